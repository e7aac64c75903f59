package org.nangospring.sample;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes the sample ahead of time, as {@code -Pnative} does, and runs what comes of it
 * in a JVM of its own.
 */
class AheadOfTimeTests {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	@TempDir
	private Path directory;

	private Process application;

	@AfterEach
	void end() {
		if (this.application != null) {
			this.application.destroy();
		}
	}

	@Test
	void theSampleRunsFromWhatWasMadeAheadOfTime() throws Exception {
		Path classes = Files.createDirectory(this.directory.resolve("classes"));
		process(classes);
		compile(classes);
		String jvm = System.getProperty("java.class.path");
		this.application = java("-Dspring.aot.enabled=true", "-cp", classes + File.pathSeparator + jvm,
				SampleApplication.class.getName(), "--server.port=0", "--nango.secret-key=");
		List<String> log = new ArrayList<>();
		Browser browser = new Browser(port(log));
		assertThat(log).anyMatch((line) -> line.contains("Starting AOT-processed SampleApplication"));
		assertThat(browser.get("/actuator/health").text("/components/nango/status")).isEqualTo("UP");
		assertThat(browser.get("/api/integrations").body()).contains("github");
		Browser.Reply page = browser.get("/");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("github");
	}

	private void process(Path classes) throws Exception {
		Path sources = this.directory.resolve("sources");
		Path resources = this.directory.resolve("resources");
		// repositories that are written down ask for the database when the application is
		// built
		Process processor = java("-Dspring.aot.repositories.enabled=false", "-cp",
				System.getProperty("java.class.path"), "org.springframework.boot.SpringApplicationAotProcessor",
				SampleApplication.class.getName(), sources.toString(), resources.toString(), classes.toString(),
				"org.nangospring", "sample-app", "--nango.secret-key=");
		try (BufferedReader output = output(processor)) {
			List<String> lines = output.lines().toList();
			assertThat(processor.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(processor.exitValue()).as(String.join("\n", lines)).isZero();
		}
	}

	private void compile(Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> sources = Files.walk(this.directory.resolve("sources"))) {
			List<Path> java = sources.filter((file) -> file.toString().endsWith(".java")).toList();
			List<String> options = List.of("-d", classes.toString(), "-classpath",
					classes + File.pathSeparator + System.getProperty("java.class.path"), "-proc:none");
			assertThat(
					compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(java)).call())
				.isTrue();
		}
	}

	/**
	 * Reads what the application says until it says its port.
	 */
	private int port(List<String> log) throws IOException {
		BufferedReader output = output(this.application);
		String line;
		while ((line = output.readLine()) != null) {
			log.add(line);
			Matcher started = PORT.matcher(line);
			if (started.find()) {
				return Integer.parseInt(started.group(1));
			}
		}
		throw new AssertionError("The application ended:\n" + String.join("\n", log));
	}

	private static Process java(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-Djava.awt.headless=true"));
		command.addAll(Arrays.asList(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.startsWith("NANGO_"));
		return builder.start();
	}

	private static BufferedReader output(Process process) {
		return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

}
