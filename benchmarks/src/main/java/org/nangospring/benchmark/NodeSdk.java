package org.nangospring.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Nango's own client for Node, installed into {@code target} where Node and npm are
 * there.
 */
final class NodeSdk {

	static final String ABSENT = "left out, because there is no node with npm here";

	private static @Nullable String description;

	private NodeSdk() {
	}

	/**
	 * Starts a worker on Node.
	 * @param host where the stub is
	 * @return the worker, or nothing where there is no Node
	 */
	static Optional<ChildProcess> start(String host) {
		if (describe().equals(ABSENT)) {
			System.out.println("The Node SDK is " + ABSENT + ".");
			return Optional.empty();
		}
		return Optional.of(ChildProcess.start("node",
				List.of("node", directory().resolve("worker.mjs").toString(), host, NangoApplication.KEY)));
	}

	static synchronized String describe() {
		String known = description;
		if (known == null) {
			known = install();
			description = known;
		}
		return known;
	}

	private static String install() {
		String node = output(List.of("node", "--version"), null);
		if (node == null || output(List.of("npm", "--version"), null) == null) {
			return ABSENT;
		}
		try {
			Files.createDirectories(directory());
			for (String file : List.of("package.json", "worker.mjs")) {
				Files.copy(Directories.root().resolve("benchmarks/node").resolve(file), directory().resolve(file),
						StandardCopyOption.REPLACE_EXISTING);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (output(List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"),
				directory()) == null) {
			throw new IllegalStateException("npm cannot install the Node SDK in " + directory()
					+ ". Run \"npm install\" there to see why, or hide node to measure without it.");
		}
		String sdk = output(List.of("node", "worker.mjs", "--version"), directory());
		return "Node " + node + ", @nangohq/node " + sdk;
	}

	private static Path directory() {
		return Directories.target().resolve("node");
	}

	private static @Nullable String output(List<String> command, @Nullable Path directory) {
		try {
			ProcessBuilder builder = new ProcessBuilder(command);
			if (directory != null) {
				builder.directory(directory.toFile());
			}
			Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
			process.getOutputStream().close();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
			return (process.waitFor() == 0) ? output : null;
		}
		catch (IOException ex) {
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while running " + command, ex);
		}
	}

}
