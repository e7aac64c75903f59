package org.nangospring.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.nangospring.benchmark.stub.StubProcess;

/**
 * Starts the same application with and without the starter, in turn, each time in a new
 * process.
 */
final class StartupBenchmark {

	static final String WITH = "with";

	static final String WITHOUT = "without";

	private static final String APPLICATION = "org.nangospring.benchmark.startup.StartupApplication";

	private static final String FIRST_CALL = "org.nangospring.benchmark.startup.FirstCallApplication";

	private final RunOptions options;

	private final Results results;

	private final List<Path> all = libraries();

	private final List<Path> others = this.all.stream().filter((jar) -> !isOfTheStarter(jar)).toList();

	private StartupBenchmark(RunOptions options) {
		this.options = options;
		this.results = Results.begin(options);
	}

	static void run(RunOptions options) {
		new StartupBenchmark(options).run();
	}

	private void run() {
		try (StubProcess stub = StubProcess.start(1)) {
			// the first starts fill the caches of the file system
			for (int round = 0; round <= this.options.starts(); round++) {
				boolean withFirst = round % 2 == 0;
				measure(round, withFirst ? WITH : WITHOUT, stub.uri());
				measure(round, withFirst ? WITHOUT : WITH, stub.uri());
			}
			this.results.facts()
				.with("connectionsAtStart", stub.usage().connections() - 1.0)
				.with("bytes", size(this.all))
				.with("addedBytes", size(this.all) - size(this.others))
				.with("addedJars", this.all.size() - this.others.size());
			Measurement call = start(FIRST_CALL, this.all, stub.uri());
			System.out.println("The first call: " + call);
			call.copyTo(this.results.facts());
		}
		this.results.write("startup");
	}

	private void measure(int round, String variant, URI stub) {
		Measurement values = start(APPLICATION, variant.equals(WITH) ? this.all : this.others, stub);
		if (values.get("nango") != (variant.equals(WITH) ? 1 : 0)) {
			throw new IllegalStateException("The application " + variant + " the starter is not what it should be");
		}
		System.out.printf("Start %d %-7s %,5.0f ms%n", round, variant, values.get("millis"));
		if (round > 0) {
			this.results.add(variant, 1, round, values);
		}
	}

	private static Measurement start(String mainClass, List<Path> libraries, URI stub) {
		String classPath = Stream.concat(Stream.of(directory().resolve("classes")), libraries.stream())
			.map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator));
		try (ChildProcess process = ChildProcess.start("startup",
				List.of(ChildProcess.javaCommand(), "-cp", classPath, mainClass, "--server.port=0",
						"--spring.main.banner-mode=off", "--nango.secret-key=" + NangoApplication.KEY,
						"--nango.host=" + stub))) {
			return process.result();
		}
	}

	private static boolean isOfTheStarter(Path jar) {
		String name = jar.getFileName().toString();
		return name.startsWith("nango-") || name.startsWith("spring-retry-");
	}

	private static List<Path> libraries() {
		try (Stream<Path> jars = Files.list(directory().resolve("lib"))) {
			return jars.filter((jar) -> jar.toString().endsWith(".jar")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static double size(List<Path> jars) {
		return jars.stream().map(Path::toFile).mapToLong(File::length).sum();
	}

	private static Path directory() {
		return Directories.root().resolve("benchmarks/startup/target");
	}

}
