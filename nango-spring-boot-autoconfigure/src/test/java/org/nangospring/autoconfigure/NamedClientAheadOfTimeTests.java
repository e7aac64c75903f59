package org.nangospring.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangospring.client.NangoClient;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes down, compiles and starts an application as Spring does ahead of time.
 */
class NamedClientAheadOfTimeTests {

	@TempDir
	private Path directory;

	@Test
	void namedClientsAreWrittenDownAndTheirValuesAreReadAtTheStart() throws Exception {
		ClassName initializer = generate();
		Path classes = compile();
		try (URLClassLoader classLoader = classLoader(classes)) {
			Thread thread = Thread.currentThread();
			ClassLoader before = thread.getContextClassLoader();
			thread.setContextClassLoader(classLoader);
			try {
				accept(classLoader, initializer.canonicalName());
			}
			finally {
				thread.setContextClassLoader(before);
			}
		}
	}

	private ClassName generate() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("build",
					Map.of("nango.secret-key", "of-the-build", "nango.clients.staging.secret-key", "of-the-build")));
		context.register(Application.class);
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(Application.class)),
				new FileSystemGeneratedFiles(this.directory.resolve("generated")));
		ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		generation.writeGeneratedContent();
		return initializer;
	}

	private Path compile() throws IOException {
		Path classes = Files.createDirectory(this.directory.resolve("classes"));
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> sources = Files.walk(this.directory.resolve("generated"))) {
			List<Path> java = sources.filter((file) -> file.toString().endsWith(".java")).toList();
			List<String> options = List.of("-d", classes.toString(), "-classpath",
					System.getProperty("java.class.path"), "-proc:none");
			assertThat(
					compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(java)).call())
				.isTrue();
		}
		return classes;
	}

	/**
	 * One for all classes, because those that were written down see what is visible in
	 * their package only.
	 */
	private static URLClassLoader classLoader(Path classes) throws IOException {
		List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			urls.add(Path.of(entry).toUri().toURL());
		}
		return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
	}

	@SuppressWarnings("unchecked")
	private static void accept(ClassLoader classLoader, String initializer) throws ReflectiveOperationException {
		Class<?> start = classLoader.loadClass(Start.class.getName());
		assertThat(start).isNotSameAs(Start.class);
		((Consumer<String>) start.getConstructor().newInstance()).accept(initializer);
	}

	/**
	 * Run with another class loader.
	 */
	public static class Start implements Consumer<String> {

		@Override
		public void accept(String initializer) {
			try (GenericApplicationContext context = new GenericApplicationContext()) {
				context.getEnvironment()
					.getPropertySources()
					.addFirst(new MapPropertySource("start",
							Map.of("nango.secret-key", TestClients.KEY, "nango.clients.staging.secret-key",
									TestClients.KEY, "nango.clients.staging.host", "https://staging.example.com")));
				initializer(initializer).initialize(context);
				context.refresh();
				Clients clients = context.getBean(Clients.class);
				assertThat(clients.unqualified().name()).isEqualTo("default");
				assertThat(clients.staging().name()).isEqualTo("staging");
				assertThat(clients.staging().host()).hasToString("https://staging.example.com");
				assertThat(clients.reactiveStaging()).isSameAs(clients.staging().reactive());
			}
		}

		@SuppressWarnings("unchecked")
		private static ApplicationContextInitializer<GenericApplicationContext> initializer(String name) {
			try {
				return (ApplicationContextInitializer<GenericApplicationContext>) Class.forName(name)
					.getDeclaredConstructor()
					.newInstance();
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	record Clients(NangoClient unqualified, NangoClient staging, ReactiveNangoClient reactiveStaging) {
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ NangoAutoConfiguration.class, NangoClientsAutoConfiguration.class })
	static class Application {

		@Bean
		Clients clients(NangoClient unqualified, @Qualifier("staging") NangoClient staging,
				@Qualifier("staging") ReactiveNangoClient reactiveStaging) {
			return new Clients(unqualified, staging, reactiveStaging);
		}

	}

}
