package org.nangospring.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What the builder's settings become on the HTTP client and its pool.
 */
class ConnectionSettingsTests {

	private static final String OK = """
			HTTP/1.1 200 OK\r
			Content-Type: application/json\r
			Content-Length: 11\r
			\r
			{"data":[]}""";

	private static final RawServer.Script KEEPING_ALIVE = (request, connection, out) -> {
		out.write(OK.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	};

	@Test
	void theHttpClientHasTheLimitsAndNoHabitsOfItsOwn() throws IOException {
		AtomicReference<HttpClientConfig> config = new AtomicReference<>();
		try (RawServer server = new RawServer(KEEPING_ALIVE);
				NangoClient nango = NangoClient.builder()
					.secretKey(TestClients.KEY)
					.host(server.url())
					.connectTimeout(Duration.ofMillis(1234))
					.responseTimeout(Duration.ofMillis(5678))
					.pool((pool) -> pool.maxConnections(7))
					.httpClient((http) -> keep(http, config))
					.build()) {
			nango.integrations().list();
			HttpClientConfig settings = config.get();
			assertThat(settings.options().get(ChannelOption.CONNECT_TIMEOUT_MILLIS)).isEqualTo(1234);
			assertThat(settings.responseTimeout()).isEqualTo(Duration.ofMillis(5678));
			assertThat(settings.isRetryDisabled()).isTrue();
			assertThat(settings.isAcceptGzip()).isTrue();
			assertThat(settings.followRedirectPredicate()).isNull();
			assertThat(settings.connectionProvider().maxConnections()).isEqualTo(7);
			assertThat(server.requests().get(0).toLowerCase()).contains("accept-encoding: gzip");
		}
	}

	@Test
	void connectionsAreUsedAgain() throws IOException {
		try (RawServer server = new RawServer(KEEPING_ALIVE); NangoClient nango = client(server).build()) {
			for (int call = 0; call < 20; call++) {
				nango.integrations().list();
			}
			// the next call may come before the connection of the last is back
			assertThat(server.connections()).isLessThan(5);
		}
	}

	@Test
	void anIdleConnectionIsNotUsedAgain() throws IOException {
		try (RawServer server = new RawServer(KEEPING_ALIVE);
				NangoClient nango = client(server).pool((pool) -> pool.maxIdleTime(Duration.ofMillis(1))).build()) {
			usesMoreThanOneConnection(server, nango);
		}
	}

	@Test
	void anOldConnectionIsNotUsedAgain() throws IOException {
		try (RawServer server = new RawServer(KEEPING_ALIVE);
				NangoClient nango = client(server).pool((pool) -> pool.maxLifeTime(Duration.ofMillis(1))).build()) {
			usesMoreThanOneConnection(server, nango);
		}
	}

	@Test
	void aCallWaitsForAConnectionNoLongerThanItMay() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		try (RawServer server = new RawServer((request, connection, out) -> arrived.countDown());
				NangoClient nango = client(server)
					.pool((pool) -> pool.maxConnections(1).pendingAcquireTimeout(Duration.ofMillis(20)))
					.build()) {
			var running = nango.reactive().integrations().list().subscribe();
			assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class,
					() -> nango.integrations().list());
			assertThat(failure.reason()).isEqualTo(NangoTransportException.Reason.POOL);
			assertThat(failure.getCause()).hasMessageContaining("20ms");
			running.dispose();
		}
	}

	@Test
	void callsThatMayNotWaitFailAtOnce() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		try (RawServer server = new RawServer((request, connection, out) -> arrived.countDown());
				NangoClient nango = client(server).pool((pool) -> pool.maxConnections(1).pendingAcquireMaxCount(1))
					.build()) {
			var running = nango.reactive().integrations().list().subscribe();
			assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
			var waiting = nango.reactive().integrations().list().subscribe();
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class,
					() -> nango.integrations().list());
			assertThat(failure.getCause().getClass().getSimpleName()).isEqualTo("PoolAcquirePendingLimitException");
			waiting.dispose();
			running.dispose();
		}
	}

	@Test
	void closingTheClientClosesItsConnections() throws Exception {
		CountDownLatch closed = new CountDownLatch(1);
		RawServer.Script script = (request, connection, out) -> {
			KEEPING_ALIVE.answer(request, connection, out);
			if (connection.getInputStream().read() < 0) {
				closed.countDown();
			}
		};
		try (RawServer server = new RawServer(script)) {
			NangoClient nango = client(server).build();
			nango.integrations().list();
			nango.close();
			assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
		}
	}

	private static HttpClient keep(HttpClient http, AtomicReference<HttpClientConfig> config) {
		config.set(http.configuration());
		return http;
	}

	/**
	 * A millisecond passes some time.
	 */
	private static void usesMoreThanOneConnection(RawServer server, NangoClient nango) {
		for (int call = 0; call < 10_000 && server.connections() < 2; call++) {
			nango.integrations().list();
		}
		assertThat(server.connections()).isGreaterThan(1);
	}

	private static NangoClientBuilder client(RawServer server) {
		return TestClients.builder(server.url(), new ManualTiming());
	}

}
