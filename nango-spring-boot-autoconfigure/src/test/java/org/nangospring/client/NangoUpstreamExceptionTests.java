package org.nangospring.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class NangoUpstreamExceptionTests {

	@Test
	void anErrorOfAProviderCanBeSerializedWithEverythingItSaid() throws IOException, ClassNotFoundException {
		WireMockServer server = TestClients.server();
		server.stubFor(WireMock.any(WireMock.anyUrl())
			.willReturn(
					WireMock.aResponse().withStatus(418).withHeader("X-Kind", "teapot").withBody("short and stout")));
		try (NangoClient nango = TestClients.builder(server.baseUrl(), new ManualTiming()).build()) {
			NangoUpstreamException failure = catchThrowableOfType(NangoUpstreamException.class,
					() -> nango.connection("kitchen", "c-1").proxy().get("/tea", String.class));
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			new ObjectOutputStream(bytes).writeObject(failure);
			Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
			assertThat(copy).isInstanceOfSatisfying(NangoUpstreamException.class, (again) -> {
				assertThat(again.status()).isEqualTo(418);
				assertThat(again.headers().getFirst("x-kind")).isEqualTo("teapot");
				assertThat(again.bodyAsString()).isEqualTo("short and stout");
				assertThat(again.operation()).isEqualTo("proxy.get");
			});
		}
		finally {
			server.stop();
		}
	}

}
