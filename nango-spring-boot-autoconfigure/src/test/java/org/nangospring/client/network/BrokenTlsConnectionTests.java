package org.nangospring.client.network;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoTransportException.Reason;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Encrypted connections that break after their handshake: the same promises as for those
 * that are not encrypted.
 */
class BrokenTlsConnectionTests {

	private static final byte[] BEGINNING = Answers.EMPTY_LIST.substring(0, Answers.EMPTY_LIST.length() - 5)
		.getBytes(StandardCharsets.US_ASCII);

	private final AtomicReference<Relay> relay = new AtomicReference<>();

	/**
	 * How a connection ends.
	 */
	private enum End {

		RESET {
			@Override
			void of(Socket connection, Relay relay) throws IOException {
				relay.reset();
			}
		},

		HANGING_UP {
			@Override
			void of(Socket connection, Relay relay) throws IOException {
				relay.hangUp();
			}
		},

		FAREWELL {
			@Override
			void of(Socket connection, Relay relay) throws IOException {
				connection.shutdownOutput();
			}
		};

		abstract void of(Socket connection, Relay relay) throws IOException;

	}

	static Stream<Arguments> everyEndInEveryPlace() {
		return Stream.of(End.values()).flatMap((end) -> Stream.of(Arguments.of(end, false), Arguments.of(end, true)));
	}

	@ParameterizedTest
	@MethodSource("everyEndInEveryPlace")
	void readsAreRepeatedAndActionsAreNot(End end, boolean inTheAnswer) throws IOException {
		try (RawServer server = server((request, connection, out) -> {
			if (inTheAnswer) {
				out.write(BEGINNING);
				out.flush();
			}
			end.of(connection, this.relay.get());
		}); Relay between = relay(server); NangoClient nango = client(between)) {
			NangoTransportException read = catchThrowableOfType(NangoTransportException.class,
					() -> nango.integrations().list());
			assertThat(read).hasMessageContaining("broke before the answer was complete");
			assertThat(read.reason()).isEqualTo(Reason.RESET);
			assertThat(read.attempts()).isEqualTo(4);
			assertThat(server.requests()).hasSize(4);
			NangoTransportException action = catchThrowableOfType(NangoTransportException.class,
					() -> nango.reactive().connection("github", "c").actions().trigger("a", null).block());
			assertThat(action.reason()).isEqualTo(Reason.RESET);
			assertThat(action.attempts()).isEqualTo(1);
			assertThat(server.requests()).hasSize(5);
		}
	}

	/**
	 * Most of what is to be sent is still here when the connection ends.
	 */
	@ParameterizedTest
	@EnumSource(End.class)
	void aConnectionThatEndsInALargeRequestIsBroken(End end) throws IOException {
		try (RawServer server = server((request, connection, out) -> end.of(connection, this.relay.get()));
				Relay between = relay(server);
				NangoClient nango = client(between)) {
			NangoTransportException upload = catchThrowableOfType(NangoTransportException.class,
					() -> nango.connection("github", "c")
						.proxy()
						.post("/x")
						.body("x".repeat(16_000_000))
						.retrieve(String.class));
			assertThat(upload.reason()).isEqualTo(Reason.RESET);
			assertThat(upload.attempts()).isEqualTo(1);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource(End.class)
	void readsSucceedOnAConnectionThatEndedInThePool(End end) throws IOException {
		AtomicReference<Socket> last = new AtomicReference<>();
		try (RawServer server = server((request, connection, out) -> {
			last.set(connection);
			Answers.KEEPING_ALIVE.answer(request, connection, out);
		}); Relay between = relay(server); NangoClient nango = client(between)) {
			for (int call = 0; call < 20; call++) {
				assertThat(nango.integrations().list()).isEmpty();
				end.of(last.get(), between);
			}
			assertThat(between.connections()).isEqualTo(20);
		}
	}

	private static RawServer server(RawServer.Script script) throws IOException {
		return new RawServer(Certificates.sockets(Certificates.loopback()), script);
	}

	private Relay relay(RawServer server) throws IOException {
		Relay made = new Relay(server.port());
		this.relay.set(made);
		return made;
	}

	private static NangoClient client(Relay relay) {
		return TestClients.builder(relay.url(), new ManualTiming())
			.pool((pool) -> pool.maxConnections(1))
			.tls((tls) -> tls.trustManagerFactory(Certificates.trusting(Certificates.AUTHORITY)))
			.build();
	}

}
