package org.nangospring.client.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoTransportException.Reason;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Encrypted connections to a server of the test's own.
 */
class TlsTests {

	private static final TrustManagerFactory OURS = Certificates.trusting(Certificates.AUTHORITY);

	private static final TrustManagerFactory OTHERS = Certificates.trusting(Certificates.OTHER_AUTHORITY);

	@Test
	void aServerWhoseAuthorityIsTrustedIsCalled() throws IOException {
		try (RawServer server = new RawServer(Certificates.sockets(Certificates.loopback()), Answers.KEEPING_ALIVE);
				NangoClient nango = client(server).build()) {
			assertThat(nango.integrations().list()).isEmpty();
			assertThat(nango.reactive().integrations().list().block()).isEmpty();
			assertThat(server.requests()).hasSize(2).allMatch((head) -> head.contains("Bearer " + TestClients.KEY));
		}
	}

	@Test
	void theHostNameIsVerifiedThoughTheAuthorityIsTrusted() throws IOException {
		try (RawServer server = new RawServer(Certificates.sockets(Certificates.named("nango.example")),
				Answers.KEEPING_ALIVE);
				NangoClient nango = client(server).tls((tls) -> tls.protocols(List.of("TLSv1.2", "TLSv1.3"))).build()) {
			assertFails(nango);
			assertThat(server.requests()).isEmpty();
		}
	}

	@Test
	void theHostNameIsVerifiedAfterTheTrustWasExchanged() throws IOException {
		AtomicReference<TrustManagerFactory> trust = new AtomicReference<>(OTHERS);
		try (RawServer server = new RawServer(Certificates.sockets(Certificates.named("nango.example")),
				Answers.KEEPING_ALIVE);
				NangoClient nango = client(server).tls((tls) -> tls.trustManagerFactory(trust::get)).build()) {
			assertFails(nango);
			trust.set(OURS);
			assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> nango.integrations().list())
				.withMessageContaining("is for another host");
			assertThat(server.requests()).isEmpty();
		}
	}

	@Test
	void aCertificateIsShownToAServerThatWantsOne() throws IOException {
		try (RawServer server = new RawServer(Certificates.demandingSockets(Certificates.loopback()),
				Answers.KEEPING_ALIVE);
				NangoClient nango = client(server)
					.tls((tls) -> tls
						.keyManagerFactory(Certificates.showing(Certificates.client(Certificates.AUTHORITY))))
					.build()) {
			assertThat(nango.integrations().list()).isEmpty();
		}
	}

	@Test
	void protocolsAndCiphersAreThoseThatWereSet() throws IOException {
		List<SSLSession> sessions = new CopyOnWriteArrayList<>();
		try (RawServer server = new RawServer(Certificates.sockets(Certificates.loopback()),
				(request, connection, out) -> {
					sessions.add(((SSLSocket) connection).getSession());
					Answers.KEEPING_ALIVE.answer(request, connection, out);
				});
				NangoClient nango = client(server)
					.tls((tls) -> tls.protocols(List.of("TLSv1.2"))
						.ciphers(List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")))
					.build()) {
			nango.integrations().list();
			assertThat(sessions).singleElement().satisfies((session) -> {
				assertThat(session.getProtocol()).isEqualTo("TLSv1.2");
				assertThat(session.getCipherSuite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
			});
		}
	}

	@Test
	void whatComesBeforeTheAnswerIsNotTheAnswer() throws IOException {
		String early = "HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n";
		try (RawServer server = new RawServer(Certificates.sockets(Certificates.loopback()),
				(request, connection, out) -> {
					out.write((early + early).getBytes(StandardCharsets.US_ASCII));
					out.flush();
					Answers.KEEPING_ALIVE.answer(request, connection, out);
				}); NangoClient nango = client(server).build()) {
			assertThat(nango.integrations().list()).isEmpty();
			assertThat(nango.reactive().integrations().list().block()).isEmpty();
		}
	}

	@Test
	void newConnectionsTrustWhomTheSupplierNamesNow() throws IOException {
		AtomicReference<TrustManagerFactory> trust = new AtomicReference<>(OURS);
		try (RawServer server = new RawServer(Certificates.sockets(Certificates.loopback()), Answers.HANGING_UP);
				NangoClient nango = client(server).tls((tls) -> tls.trustManagerFactory(trust::get)).build()) {
			assertThat(nango.integrations().list()).isEmpty();
			trust.set(OTHERS);
			assertFails(nango);
			trust.set(OURS);
			assertThat(nango.integrations().list()).isEmpty();
		}
	}

	@Test
	void connectionsThatAreThereOutliveTheTrustTheyWereMadeWith() throws IOException {
		AtomicReference<TrustManagerFactory> trust = new AtomicReference<>(OURS);
		try (RawServer server = new RawServer(Certificates.sockets(Certificates.loopback()), Answers.KEEPING_ALIVE);
				NangoClient nango = client(server).pool((pool) -> pool.maxConnections(1))
					.tls((tls) -> tls.trustManagerFactory(trust::get))
					.build()) {
			nango.integrations().list();
			trust.set(OTHERS);
			assertThat(nango.integrations().list()).isEmpty();
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@Test
	void aSupplierThatFailsLeavesWhatWasThere() throws IOException {
		AtomicInteger asked = new AtomicInteger();
		try (RawServer server = new RawServer(Certificates.sockets(Certificates.loopback()), Answers.HANGING_UP);
				NangoClient nango = client(server).tls((tls) -> tls.trustManagerFactory(() -> {
					if (asked.incrementAndGet() > 1) {
						throw new IllegalStateException("no trust today");
					}
					return OURS;
				})).build()) {
			assertThat(asked).as("before the first call").hasValue(0);
			nango.integrations().list();
			assertThat(nango.integrations().list()).isEmpty();
			assertThat(asked).hasValueGreaterThan(1);
		}
	}

	@Test
	void aNameThatCannotBeOneIsRefused() {
		NangoClientBuilder builder = NangoClient.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.tls((tls) -> tls.protocols(List.of(" "))))
			.withMessageContaining("protocol");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.tls((tls) -> tls.ciphers(List.of(""))))
			.withMessageContaining("cipher suite");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> builder.tls((tls) -> tls.trustManagerFactory((TrustManagerFactory) null)));
	}

	private static void assertFails(NangoClient nango) {
		assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> nango.integrations().list())
			.satisfies((failure) -> assertThat(failure.reason()).isEqualTo(Reason.TLS));
	}

	private static NangoClientBuilder client(RawServer server) {
		return TestClients.builder(server.url(), new ManualTiming()).tls((tls) -> tls.trustManagerFactory(OURS));
	}

}
