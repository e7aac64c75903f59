package org.nangospring.autoconfigure.container;

import java.lang.reflect.Constructor;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.autoconfigure.NangoConnectionDetails;
import org.nangospring.client.TestClients;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Spring Boot makes of services of Docker Compose.
 */
class NangoDockerComposeConnectionTests {

	private static final String IMAGE = "nangohq/nango-server:hosted";

	private static final Map<String, String> NONE = Map.of();

	@ParameterizedTest
	@ValueSource(strings = { "nangohq/nango-server", "nangohq/nango-server:hosted-0.71.4",
			"registry.example.com:5000/nangohq/nango-server:hosted",
			"nangohq/nango-server@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void theImageOfTheServerGivesHostAndKey(String image) {
		NangoConnectionDetails details = details(
				new FakeService(image, 3003, 49153, Map.of("NANGO_SECRET_KEY_DEV", TestClients.KEY), NONE));
		assertThat(details.getHost()).hasToString("http://127.0.0.1:49153");
		assertThat(details.getSecretKey()).isEqualTo(TestClients.KEY);
		assertThat(details.getSslBundle()).isNull();
	}

	@Test
	void aLabelNamesTheServiceOfAnotherImage() {
		NangoConnectionDetails details = details(new FakeService("example/own-nango:1", 8080, 49153,
				Map.of("SERVER_PORT", "8080"), Map.of("org.springframework.boot.service-connection", "nango")));
		assertThat(details.getHost()).hasToString("http://127.0.0.1:49153");
		assertThat(details.getSecretKey()).isNull();
	}

	@Test
	void otherServicesAreLeftToOthers() {
		assertThat(connections(new FakeService("example/other:1", 3003, 49153, Map.of(), NONE), null)).isEmpty();
		assertThat(connections(new FakeService("nangohq/nango-jobs:hosted", 3003, 49153, Map.of(), NONE), null))
			.isEmpty();
		assertThat(connections(new FakeService(IMAGE, 3003, 49153, Map.of(),
				Map.of("org.springframework.boot.service-connection", "other")), null))
			.isEmpty();
	}

	@Test
	void labelsForATrustStoreMakeTheConnectionEncrypted() {
		NangoConnectionDetails details = details(new FakeService(IMAGE, 3003, 49153, Map.of(),
				Map.of("org.springframework.boot.sslbundle.jks.truststore.location", "classpath:authority.p12")));
		assertThat(details.getHost()).hasToString("https://127.0.0.1:49153");
		assertThat(details.getSslBundle()).isNotNull();
	}

	@Test
	void withoutTestcontainersOnTheClassPathServicesAreFoundAllTheSame() {
		assertThat(connections(new FakeService(IMAGE, 3003, 49153, Map.of(), NONE),
				new FilteredClassLoader("org.testcontainers", "org.springframework.boot.testcontainers")))
			.containsOnlyKeys(NangoConnectionDetails.class);
	}

	@Test
	void theTextOfTheDetailsHoldsNoKey() {
		NangoConnectionDetails details = details(
				new FakeService(IMAGE, 3003, 49153, Map.of("NANGO_SECRET_KEY_DEV", TestClients.KEY), NONE));
		assertThat(details.toString()).doesNotContain(TestClients.KEY);
		assertThat(Origin.from(details)).as("origin of a service that tells none").isNull();
	}

	private static NangoConnectionDetails details(RunningService service) {
		return (NangoConnectionDetails) connections(service, null).get(NangoConnectionDetails.class);
	}

	private static Map<Class<?>, ConnectionDetails> connections(RunningService service, ClassLoader classLoader) {
		return new ConnectionDetailsFactories(classLoader).getConnectionDetails(source(service), false);
	}

	/**
	 * Only Spring Boot itself makes one.
	 */
	private static DockerComposeConnectionSource source(RunningService service) {
		try {
			Constructor<DockerComposeConnectionSource> constructor = DockerComposeConnectionSource.class
				.getDeclaredConstructor(RunningService.class, Environment.class);
			return BeanUtils.instantiateClass(constructor, service, new MockEnvironment());
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
