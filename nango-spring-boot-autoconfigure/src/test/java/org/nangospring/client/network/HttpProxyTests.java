package org.nangospring.client.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;
import reactor.netty.transport.ProxyProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Calls through an HTTP proxy of the network.
 */
class HttpProxyTests {

	private static final String NOWHERE = "http://nango.invalid";

	@Test
	void theTunnelOfAnEncryptedCallShowsNothingOfIt() throws IOException {
		try (RawServer server = new RawServer(Certificates.sockets(Certificates.named("nango.example")),
				Answers.KEEPING_ALIVE);
				ConnectProxy proxy = new ConnectProxy(server.port());
				NangoClient nango = trusting("https://nango.example", proxy).build()) {
			assertThat(nango.integrations().list()).isEmpty();
			assertThat(nango.reactive().integrations().list().block()).isEmpty();
			assertThat(proxy.requests()).isNotEmpty()
				.allMatch((head) -> head.startsWith("CONNECT nango.example:443 HTTP/1.1\r\n"))
				.noneMatch((head) -> head.contains(TestClients.KEY));
			assertThat(proxy.seen()).isNotEmpty().doesNotContain(TestClients.KEY).doesNotContain("integrations");
			assertThat(server.requests()).hasSize(2).allMatch((head) -> head.contains("Bearer " + TestClients.KEY));
		}
	}

	@Test
	void theHostNameIsVerifiedThroughTheTunnel() throws IOException {
		try (RawServer server = new RawServer(Certificates.sockets(Certificates.named("other.example")),
				Answers.KEEPING_ALIVE);
				ConnectProxy proxy = new ConnectProxy(server.port());
				NangoClient nango = trusting("https://nango.example", proxy).build()) {
			assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> nango.integrations().list())
				.withMessageContaining("nango.example is for another host");
			assertThat(proxy.requests()).hasSize(1);
			assertThat(server.requests()).isEmpty();
		}
	}

	@Test
	void anUnencryptedCallGoesThroughATunnelToo() throws IOException {
		try (RawServer server = new RawServer(Answers.KEEPING_ALIVE);
				ConnectProxy proxy = new ConnectProxy(server.port());
				NangoClient nango = client(NOWHERE, proxy).build()) {
			assertThat(nango.integrations().list()).isEmpty();
			assertThat(proxy.requests()).singleElement()
				.asString()
				.startsWith("CONNECT nango.invalid:80 ")
				.doesNotContain(TestClients.KEY)
				.doesNotContain("Proxy-Authorization".toLowerCase());
		}
	}

	@Test
	void theProxyIsFoundByItsName() throws IOException {
		try (RawServer server = new RawServer(Answers.KEEPING_ALIVE);
				ConnectProxy proxy = new ConnectProxy(server.port());
				NangoClient nango = TestClients.builder(NOWHERE, new ManualTiming())
					.httpProxy((options) -> options.address("localhost", proxy.port()))
					.build()) {
			assertThat(nango.integrations().list()).isEmpty();
			assertThat(nango.reactive().integrations().list().block()).isEmpty();
			assertThat(proxy.requests()).isNotEmpty();
		}
	}

	@Test
	void onlyTheProxyIsToldTheUserNameAndThePassword() throws IOException {
		try (RawServer server = new RawServer(Answers.KEEPING_ALIVE);
				ConnectProxy proxy = new ConnectProxy(server.port());
				NangoClient nango = client(NOWHERE, proxy)
					.httpProxy((options) -> options.credentials("anna", "pass:wörd"))
					.build()) {
			nango.integrations().list();
			String told = Base64.getEncoder().encodeToString("anna:pass:wörd".getBytes(StandardCharsets.UTF_8));
			assertThat(proxy.requests()).singleElement().asString().contains("proxy-authorization: Basic " + told);
			assertThat(server.requests()).singleElement().asString().doesNotContain(told);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.*", "*.0.0.1", "localhost|127.0.0.*", " 127.0.0.1 " })
	void someHostsAreReachedWithoutTheProxy(String pattern) throws IOException {
		try (RawServer server = new RawServer(Answers.KEEPING_ALIVE);
				ConnectProxy proxy = new ConnectProxy(server.port());
				NangoClient nango = client(server.url(), proxy)
					.httpProxy((options) -> options.nonProxyHosts(List.of("nango.internal", pattern)))
					.build()) {
			assertThat(nango.integrations().list()).isEmpty();
			assertThat(proxy.requests()).isEmpty();
		}
	}

	@Test
	void otherHostsAreReachedThroughTheProxy() throws IOException {
		try (RawServer server = new RawServer(Answers.KEEPING_ALIVE);
				ConnectProxy proxy = new ConnectProxy(server.port());
				NangoClient nango = client(server.url(), proxy)
					.httpProxy((options) -> options.nonProxyHosts(List.of("127.0.0.2|*.internal")))
					.build()) {
			assertThat(nango.integrations().list()).isEmpty();
			assertThat(proxy.requests()).hasSize(1);
		}
	}

	@Test
	void theProxyOfACustomizerWins() throws IOException {
		try (RawServer server = new RawServer(Answers.KEEPING_ALIVE);
				ConnectProxy proxy = new ConnectProxy(server.port());
				ConnectProxy other = new ConnectProxy(server.port());
				NangoClient nango = client(NOWHERE, proxy)
					.httpClient((http) -> http
						.proxy((spec) -> spec.type(ProxyProvider.Proxy.HTTP).host("127.0.0.1").port(other.port())))
					.build()) {
			nango.integrations().list();
			assertThat(proxy.requests()).isEmpty();
			assertThat(other.requests()).hasSize(1);
		}
	}

	@Test
	void systemPropertiesNameNoProxy() throws IOException {
		try (RawServer server = new RawServer(Answers.KEEPING_ALIVE);
				ConnectProxy proxy = new ConnectProxy(server.port());
				NangoClient nango = TestClients.builder(server.url(), new ManualTiming()).build()) {
			System.setProperty("http.proxyHost", "127.0.0.1");
			System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
			System.setProperty("http.nonProxyHosts", "");
			assertThat(nango.integrations().list()).isEmpty();
			assertThat(proxy.requests()).isEmpty();
		}
		finally {
			List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts").forEach(System::clearProperty);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "http://proxy", "proxy:3128", "anna:s3cr3t@proxy", "proxy/path", "my proxy" })
	void aHostThatIsNoneIsRefusedAndNotRepeated(String host) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NangoClient.builder().httpProxy((proxy) -> proxy.address(host, 3128)))
			.withMessageContaining("host of the HTTP proxy")
			.withMessageNotContaining("s3cr3t");
	}

	@Test
	void credentialsThatCannotBeSentAreRefusedAndNotRepeated() {
		NangoClientBuilder builder = NangoClient.builder();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> builder.httpProxy((proxy) -> proxy.credentials("anna:x", "s3cr3t")))
			.withMessageContaining("colon")
			.withMessageNotContaining("s3cr3t");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> builder.httpProxy((proxy) -> proxy.credentials("anna", "")));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.httpProxy((proxy) -> proxy.address("proxy", 0)));
	}

	private static NangoClientBuilder client(String host, ConnectProxy proxy) {
		return TestClients.builder(host, new ManualTiming())
			.httpProxy((options) -> options.address("127.0.0.1", proxy.port()));
	}

	private static NangoClientBuilder trusting(String host, ConnectProxy proxy) {
		return client(host, proxy).tls((tls) -> tls.trustManagerFactory(Certificates.trusting(Certificates.AUTHORITY)));
	}

}
