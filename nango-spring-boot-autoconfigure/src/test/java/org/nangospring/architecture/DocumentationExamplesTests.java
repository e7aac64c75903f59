package org.nangospring.architecture;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compiles the Java examples of the documentation, each by itself.
 */
class DocumentationExamplesTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");

	private static final String IMPORTS = Stream
		.of("java.io.*", "java.net.URI", "java.time.*", "java.util.*", "java.util.stream.Stream",
				"java.security.KeyStore", "javax.net.ssl.TrustManagerFactory", "org.nangospring.client.*",
				"org.nangospring.client.action.*", "org.nangospring.client.connect.*",
				"org.nangospring.client.provider.*", "org.nangospring.client.connection.*",
				"org.nangospring.client.environment.*", "org.nangospring.client.function.*",
				"org.nangospring.client.integration.*", "org.nangospring.client.observation.*",
				"org.nangospring.client.proxy.*", "org.nangospring.client.record.*", "org.nangospring.client.server.*",
				"org.nangospring.client.sync.*", "org.nangospring.autoconfigure.*", "org.nangospring.webhook.*",
				"org.nangospring.webhook.test.*", "org.nangospring.test.*", "org.nangospring.listener.*",
				"org.nangospring.batch.*", "org.springframework.batch.core.configuration.annotation.StepScope",
				"org.springframework.batch.core.repository.JobRepository", "org.springframework.batch.core.step.Step",
				"org.springframework.batch.core.step.builder.StepBuilder",
				"org.springframework.batch.infrastructure.item.ItemWriter",
				"org.springframework.transaction.PlatformTransactionManager",
				"org.springframework.boot.test.context.TestConfiguration",
				"org.springframework.boot.testcontainers.service.connection.ServiceConnection",
				"org.testcontainers.containers.GenericContainer", "org.springframework.context.event.EventListener",
				"org.springframework.beans.factory.annotation.*", "org.springframework.context.annotation.*",
				"org.springframework.core.ParameterizedTypeReference", "org.springframework.core.io.*",
				"org.springframework.core.io.buffer.*", "org.springframework.http.MediaType",
				"org.springframework.stereotype.*", "org.springframework.http.HttpHeaders",
				"org.springframework.http.HttpMethod", "org.springframework.util.*", "reactor.core.publisher.*")
		.map((name) -> "import " + name + ";\n")
		.reduce("", String::concat);

	static List<Path> files() throws IOException {
		List<Path> files = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")));
		try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
			docs.filter((file) -> file.toString().endsWith(".md")).forEach(files::add);
		}
		return files;
	}

	static List<Example> examples() throws IOException {
		List<Path> files = files();
		List<Example> examples = new ArrayList<>();
		for (Path file : files) {
			Matcher matcher = EXAMPLE.matcher(Files.readString(file));
			for (int number = 1; matcher.find(); number++) {
				examples.add(new Example(ROOT.relativize(file) + " #" + number, matcher.group(1)));
			}
		}
		return examples;
	}

	@Test
	void theReadmeHasItsExamples() throws IOException {
		assertThat(examples()).filteredOn((example) -> example.name().startsWith("README.md")).hasSizeGreaterThan(6);
	}

	@ParameterizedTest
	@MethodSource("files")
	void linksWithinTheProjectLeadSomewhere(Path file) throws IOException {
		Matcher link = LINK.matcher(Files.readString(file));
		while (link.find()) {
			assertThat(file.resolveSibling(link.group(1))).as("link in " + file).exists();
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void anExampleCompiles(Example example, @TempDir Path output) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		List<String> options = List.of("-proc:none", "-d", output.toString(), "-classpath",
				System.getProperty("java.class.path"));
		boolean compiled = compiler.getTask(messages, null, null, options, null, List.of(example.source())).call();
		assertThat(compiled).withFailMessage(() -> messages.toString()).isTrue();
	}

	record Example(String name, String code) {

		JavaFileObject source() {
			boolean members = this.code.lines()
				.anyMatch((line) -> line
					.matches("(public |final )*(class|interface|@Bean|@EventListener|@NangoRecordListener).*"));
			String body = members ? this.code : "void run(NangoClient nango) throws Exception {\n" + this.code + "}\n";
			// what an example imports by itself goes to the top
			String imports = body.lines()
				.filter((line) -> line.startsWith("import "))
				.collect(Collectors.joining("\n"));
			String rest = body.lines().filter((line) -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
			String source = IMPORTS + imports + "\nclass Example {\n" + rest + "\n}\n";
			return new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
				@Override
				public CharSequence getCharContent(boolean ignoreEncodingErrors) {
					return source;
				}
			};
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
