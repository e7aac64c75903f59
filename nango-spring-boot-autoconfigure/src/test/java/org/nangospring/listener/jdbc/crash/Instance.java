package org.nangospring.listener.jdbc.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A process of the application.
 */
final class Instance implements AutoCloseable {

	private final String name;

	private final Process process;

	private final Consumer<Instance> atPoint;

	private final CountDownLatch blocked = new CountDownLatch(1);

	private final CountDownLatch ready = new CountDownLatch(1);

	private final List<String> lines = new ArrayList<>();

	private final Thread reader;

	private int points;

	/** In milliseconds. */
	private final List<Long> rounds = new ArrayList<>();

	private Instance(String name, Process process, Consumer<Instance> atPoint) {
		this.name = name;
		this.process = process;
		this.atPoint = atPoint;
		this.reader = new Thread(this::read, name);
		this.reader.start();
	}

	/**
	 * Starts a process.
	 * @param atPoint is called, on a thread of the instance's own, whenever the process
	 * says that it is at one of the points of a delivery
	 */
	static Instance start(String name, String database, String nango, Duration takeOverAfter,
			CrashingApplication.Point blockAt, int deliveries, Consumer<Instance> atPoint) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				CrashingApplication.class.getName(), database, nango, name, Long.toString(takeOverAfter.toMillis()),
				blockAt.name(), Integer.toString(deliveries));
		builder.redirectErrorStream(true).directory(new File(System.getProperty("java.io.tmpdir")));
		return new Instance(name, builder.start(), atPoint);
	}

	private void read() {
		try (BufferedReader output = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				switch (line) {
					case "@POINT" -> {
						this.points++;
						this.atPoint.accept(this);
					}
					case "@BLOCKED" -> this.blocked.countDown();
					case "@READY" -> this.ready.countDown();
					default -> keep(line);
				}
			}
		}
		catch (IOException ex) {
			// its end
		}
	}

	private synchronized void keep(String line) {
		if (line.startsWith(Rounds.SAID)) {
			this.rounds.add(Long.parseLong(line.substring(Rounds.SAID.length())));
			return;
		}
		this.lines.add(line);
	}

	/**
	 * How long each of its rounds has taken, see {@link Rounds}.
	 */
	synchronized List<Duration> rounds() {
		return this.rounds.stream().map(Duration::ofMillis).toList();
	}

	String name() {
		return this.name;
	}

	/**
	 * How many points it has reached; on the thread that is told of points.
	 */
	int points() {
		return this.points;
	}

	/**
	 * Kills it as the machine would: nothing of it runs any more.
	 */
	void kill() {
		this.process.destroyForcibly();
	}

	void awaitEnd() throws InterruptedException {
		if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
			throw new IllegalStateException(this.name + " does not end: " + output());
		}
		this.reader.join();
	}

	void awaitReady() throws InterruptedException {
		await(this.ready, "starts");
	}

	void awaitBlocked() throws InterruptedException {
		await(this.blocked, "gets to where it is to wait");
	}

	private void await(CountDownLatch latch, String what) throws InterruptedException {
		if (!latch.await(60, TimeUnit.SECONDS)) {
			throw new IllegalStateException(this.name + " never " + what + ": " + output());
		}
	}

	/**
	 * What went wrong with deliveries.
	 */
	synchronized List<String> failures() {
		return this.lines.stream().filter((line) -> line.startsWith("@FAILED")).collect(Collectors.toList());
	}

	synchronized String output() {
		return String.join("\n", this.lines);
	}

	@Override
	public void close() {
		kill();
		try {
			awaitEnd();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UncheckedIOException(new IOException(ex));
		}
	}

}
