package org.nangospring.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangospring.aot.AheadOfTime;
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
		Path classes = Files.createDirectory(this.directory.resolve("classes"));
		AheadOfTime.compile(this.directory.resolve("generated"), classes);
		AheadOfTime.run(classes, Start.class, initializer.canonicalName());
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
