package org.nangospring.client.fault;

import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoTransportException.Reason;
import org.nangospring.client.NothingResolves;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * No connection comes about, or none that lasts. There is one connection at most, so that
 * a second attempt would wait in vain if the first had lost it.
 */
@ExtendWith(ThreadCheck.class)
class NoConnectionTests {

	private static final Duration CALL_TIMEOUT = Duration.ofSeconds(40);

	private final ManualTiming timing = new ManualTiming();

	static Stream<Arguments> failuresBothWays() {
		return Stream
			.of(new UnknownHostException("nango.example"), new NoRouteToHostException("No route to host"),
					new SocketException("Network is unreachable"))
			.flatMap((failure) -> Stream.of(Way.values()).map((way) -> Arguments.of(failure, way)));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aRefusedConnectionIsTriedAgainUntilTheServerIsThere(Way way) throws IOException {
		try (SmallServer server = new SmallServer((request) -> SmallServer.ok("{\"data\":[]}"));
				NangoClient nango = client(server.url()).build()) {
			int port = server.port();
			server.close();
			assertThat(failure(() -> way.list(nango), Reason.CONNECT).attempts()).isEqualTo(4);
			assertThat(failure(() -> way.act(nango, Map.of()), Reason.CONNECT).attempts()).isEqualTo(4);
			assertThatTheDeadlineWasKept();
			server.start(port);
			assertThat(way.list(nango)).isZero();
			assertThat(server.requests()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@MethodSource("failuresBothWays")
	void aHostThatCannotBeFoundOrReachedIsTriedAgain(IOException cause, Way way) {
		try (NangoClient nango = client("http://nango.example")
			.httpClient((http) -> http.resolver(new NothingResolves(cause)))
			.build()) {
			assertThat(failure(() -> way.list(nango), Reason.CONNECT).attempts()).isEqualTo(4);
			assertThat(failure(() -> way.act(nango, Map.of()), Reason.CONNECT).attempts()).isEqualTo(4);
			assertThatTheDeadlineWasKept();
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aConnectionThatIsResetAtOnceIsNoAnswer(Way way) throws IOException {
		try (SmallServer server = new SmallServer((request) -> SmallServer.ok("{\"data\":[]}"));
				NangoClient nango = client(server.url()).build()) {
			server.slamTheDoor(true);
			assertThat(resetOrRefused(() -> way.list(nango)).attempts()).isEqualTo(4);
			assertThat(server.slammed()).isEqualTo(4);
			// once it was sent, nobody can tell whether the server has read the request
			NangoTransportException failure = resetOrRefused(() -> way.act(nango, Map.of()));
			assertThat(failure.attempts()).isBetween(1, 4).isEqualTo(server.slammed() - 4);
			assertThatTheDeadlineWasKept();
			server.slamTheDoor(false);
			assertThat(way.list(nango)).isZero();
			assertThat(server.requests()).isEqualTo(1);
		}
	}

	/**
	 * The client may learn of the reset when it has sent its request, or before.
	 */
	private static NangoTransportException resetOrRefused(Supplier<Object> call) {
		NangoTransportException failure = catchThrowableOfType(NangoTransportException.class, call::get);
		assertThat(failure.reason()).isIn(Reason.RESET, Reason.CONNECT);
		return failure;
	}

	private static NangoTransportException failure(Supplier<Object> call, Reason reason) {
		NangoTransportException failure = catchThrowableOfType(NangoTransportException.class, call::get);
		assertThat(failure.reason()).isEqualTo(reason);
		return failure;
	}

	/**
	 * The first attempt of each call had the whole time, each other one less.
	 */
	private void assertThatTheDeadlineWasKept() {
		Duration before = null;
		for (Duration limit : this.timing.limits()) {
			assertThat(limit).isPositive();
			assertThat(limit.equals(CALL_TIMEOUT) || limit.compareTo(before) < 0).as("less than before").isTrue();
			before = limit;
		}
	}

	private NangoClientBuilder client(String url) {
		return TestClients.builder(url, this.timing).callTimeout(CALL_TIMEOUT).pool((pool) -> pool.maxConnections(1));
	}

}
