package org.nangospring.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClientNameTests {

	@Test
	void aClientThatIsGivenNoNameIsTheDefault() {
		try (NangoClient nango = NangoClient.builder().secretKey(TestClients.KEY).build()) {
			assertThat(nango.name()).isEqualTo("default");
			assertThat(nango.reactive().name()).isEqualTo("default");
		}
	}

	@Test
	void bothSidesOfAClientHaveItsName() {
		NangoClientBuilder builder = NangoClient.builder().secretKey(TestClients.KEY).name("eu west");
		assertThat(builder.name()).isEqualTo("eu west");
		try (NangoClient nango = builder.build()) {
			assertThat(nango.name()).isEqualTo("eu west");
			assertThat(nango.reactive().name()).isEqualTo("eu west");
		}
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(
			strings = { "", " ", "a\nb", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void aNameThatCannotBeATagIsRefused(String name) {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> NangoClient.builder().name(name))
			.withMessageContaining("name");
	}

	@Test
	void aListenerThatClientsShareIsToldWhichOneRepeats() {
		WireMockServer server = TestClients.server();
		server.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
		List<String> repeating = new ArrayList<>();
		NangoCallListener listener = new NangoCallListener() {

			@Override
			public void onRetry(NangoException failure, String reason, Duration delay) {
				repeating.add("nobody");
			}

			@Override
			public void onRetry(String client, NangoException failure, String reason, Duration delay) {
				repeating.add(client);
			}

		};
		NangoClientBuilder builder = TestClients.builder(server.baseUrl(), new ManualTiming())
			.listener(listener)
			.retry((retry) -> retry.maxAttempts(2));
		try (NangoClient nango = builder.name("eu").build(); NangoClient other = builder.name("us").build()) {
			assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> other.integrations().list());
			assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> nango.integrations().list());
			assertThat(repeating).containsExactly("us", "eu");
		}
		finally {
			server.stop();
		}
	}

}
