package org.nangospring.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications with one environment, and without containers, start as fast as before.
 */
class NamedClientLoadingTests {

	private static final String PACKAGE = "org.nangospring.autoconfigure.";

	private static final Pattern CONTAINER_LIBRARIES = Pattern
		.compile("(spring-boot-docker-compose|spring-boot-testcontainers|testcontainers)-[^/\\\\]*\\.jar$");

	private static final List<String> NAMED = List.of(PACKAGE + "NangoClientsAutoConfiguration",
			PACKAGE + "NamedClients", PACKAGE + "NamedClientsRegistrar", PACKAGE + "NamedClientFactory");

	private static final List<String> CONTAINERS = List.of(PACKAGE + "container.NangoServerContainer",
			PACKAGE + "container.NangoContainerConnectionDetailsFactory",
			PACKAGE + "container.NangoDockerComposeConnectionDetailsFactory");

	@Test
	void whatIsSaidAheadOfTimeIsNotLoadedAtAnOrdinaryStart() throws Exception {
		assertThat(loaded(OneClient.class)).contains(PACKAGE + "NangoAutoConfiguration")
			.doesNotContain(PACKAGE + "NangoRuntimeHints");
	}

	@Test
	void withoutNamedClientsWhatMakesThemIsNotLoaded() throws Exception {
		assertThat(loaded(OneClient.class)).contains(PACKAGE + "NangoAutoConfiguration")
			.doesNotContainAnyElementsOf(NAMED)
			.doesNotContainAnyElementsOf(CONTAINERS);
	}

	@Test
	void withNamedClientsItIs() throws Exception {
		assertThat(loaded(TwoClients.class)).containsAll(NAMED).doesNotContainAnyElementsOf(CONTAINERS);
	}

	private static List<String> loaded(Class<? extends Runnable> application) throws Exception {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try (RecordingClassLoader classLoader = new RecordingClassLoader()) {
			thread.setContextClassLoader(classLoader);
			((Runnable) classLoader.loadClass(application.getName()).getConstructor().newInstance()).run();
			return classLoader.found;
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static final class RecordingClassLoader extends URLClassLoader {

		private final List<String> found = new ArrayList<>();

		RecordingClassLoader() throws IOException {
			super(classPath(), ClassLoader.getPlatformClassLoader());
		}

		private static URL[] classPath() throws IOException {
			List<URL> urls = new ArrayList<>();
			for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
				if (!CONTAINER_LIBRARIES.matcher(entry).find()) {
					urls.add(Path.of(entry).toUri().toURL());
				}
			}
			return urls.toArray(URL[]::new);
		}

		@Override
		protected synchronized Class<?> findClass(String name) throws ClassNotFoundException {
			Class<?> type = super.findClass(name);
			if (name.startsWith(PACKAGE)) {
				this.found.add(name);
			}
			return type;
		}

	}

	/**
	 * Run with another class loader.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class OneClient implements Runnable {

		@Override
		public void run() {
			start();
		}

		void start(String... properties) {
			new SpringApplicationBuilder(getClass()).web(WebApplicationType.NONE)
				.properties("nango.secret-key=11111111-2222-4333-8444-555555555555", "spring.main.banner-mode=off",
						"logging.level.root=warn")
				.properties(properties)
				.run()
				.close();
		}

	}

	/**
	 * Run with another class loader.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class TwoClients extends OneClient {

		@Override
		public void run() {
			start("nango.clients.staging.secret-key=11111111-2222-4333-8444-555555555555");
		}

	}

}
