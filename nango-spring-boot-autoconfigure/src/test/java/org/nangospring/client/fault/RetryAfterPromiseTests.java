package org.nangospring.client.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoUpstreamException;
import org.nangospring.client.TestClients;
import org.nangospring.client.proxy.ProxyResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * {@code Retry-After} in all its shapes, from the header on the wire to the wait and the
 * exception. It is Monday, 23 November 2026, 12:00:00 GMT.
 */
class RetryAfterPromiseTests {

	/** The longest wait before a second attempt, with or without Retry-After. */
	private static final Duration SPREAD = Duration.ofMillis(200);

	private static final Duration LONGEST = Duration.ofSeconds(10);

	private static final Duration A_YEAR = Duration.ofDays(365);

	private final ManualTiming timing = new ManualTiming();

	private final AtomicInteger requests = new AtomicInteger();

	private String refusal = "";

	private SmallServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = new SmallServer(
				(request) -> (this.requests.incrementAndGet() == 1) ? this.refusal : SmallServer.ok("{\"data\":[]}"));
	}

	@AfterEach
	void stop() throws IOException {
		this.server.close();
	}

	static Stream<Arguments> everyHeaderFromEverybody() {
		return Stream.of(Header.values())
			.flatMap((header) -> Stream.of(Refusal.values())
				.flatMap((refused) -> Stream.of(Way.values()).map((way) -> Arguments.of(header, refused, way))));
	}

	@ParameterizedTest
	@MethodSource("everyHeaderFromEverybody")
	void aCallIsRepeatedNoSoonerThanTheServerAskedForOrFailsAtOnce(Header header, Refusal refused, Way way) {
		this.refusal = refused.answer(header);
		try (NangoClient nango = client((builder) -> builder)) {
			if (header.isTooLong()) {
				NangoException failure = failure(way, nango, refused);
				assertThat(failure.attempts()).isEqualTo(1);
				assertThat(failure.retryAfter()).isEqualTo(header.time);
				assertThat(this.requests).hasValue(1);
				assertThat(this.timing.waits()).isEmpty();
			}
			else {
				read(way, nango, refused);
				assertThat(this.requests).hasValue(2);
				assertThat(this.timing.waits()).singleElement()
					.satisfies((wait) -> assertThat(wait).isBetween(header.floor(), header.floor().plus(SPREAD)));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("everyHeaderFromEverybody")
	void theExceptionSaysHowLongTheServerAskedToWait(Header header, Refusal refused, Way way) {
		this.refusal = refused.answer(header);
		try (NangoClient nango = client((builder) -> builder.retry((retry) -> retry.maxAttempts(1)))) {
			NangoException failure = failure(way, nango, refused);
			assertThat(failure).isExactlyInstanceOf(refused.exception);
			assertThat(failure.status()).isEqualTo(refused.status);
			assertThat(failure.retryAfter()).isEqualTo(header.time);
			if (failure instanceof NangoRateLimitException && header.time != null) {
				assertThat(failure).hasMessageContaining("Nango asks to wait " + header.time.toSeconds() + " s.");
			}
			assertThat(this.requests).hasValue(1);
			assertThat(this.timing.waits()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aProvidersRetryAfterOnAWriteIsToldAndNotWaitedFor(Way way) {
		for (Refusal refused : new Refusal[] { Refusal.PROVIDER_429, Refusal.PROVIDER_503 }) {
			this.requests.set(0);
			this.refusal = refused.answer(Header.SECONDS);
			try (NangoClient nango = client((builder) -> builder)) {
				NangoUpstreamException failure = catchThrowableOfType(NangoUpstreamException.class,
						() -> way.call(nango, (it) -> it.connection("g", "c").proxy().post("/x", "body", Object.class),
								(it) -> it.connection("g", "c").proxy().post("/x", "body", Object.class)));
				assertThat(failure.retryAfter()).isEqualTo(Header.SECONDS.time);
				assertThat(failure.headers().getFirst("Retry-After")).isEqualTo("7");
				assertThat(this.requests).hasValue(1);
				assertThat(this.timing.waits()).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void whereNangoRepeatsTheCallItselfTheClientOnlyTellsTheProvidersRetryAfter(Way way) {
		this.refusal = Refusal.PROVIDER_429.answer(Header.SECONDS);
		try (NangoClient nango = client((builder) -> builder)) {
			NangoUpstreamException failure = catchThrowableOfType(NangoUpstreamException.class,
					() -> way.call(nango,
							(it) -> it.connection("g", "c").proxy().get("/x").retries(3).retrieve(Object.class),
							(it) -> it.connection("g", "c").proxy().get("/x").retries(3).retrieve(Object.class)));
			assertThat(failure.retryAfter()).isEqualTo(Header.SECONDS.time);
			assertThat(this.requests).hasValue(1);
			assertThat(this.timing.waits()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theRetryAfterThatAnActionWasToldByTheProviderIsToldAndNotWaitedFor(Way way) {
		this.refusal = SmallServer.answer(424, "Retry-After: 1\r\n", """
				{"error":{"code":"script_http_error","payload":{},
				"upstream":{"status":429,"headers":{"retry-after":"7"},"body":"slow down"}}}""");
		try (NangoClient nango = client((builder) -> builder)) {
			NangoUpstreamException failure = catchThrowableOfType(NangoUpstreamException.class,
					() -> way.act(nango, "input"));
			assertThat(failure.status()).isEqualTo(429);
			assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
			assertThat(this.requests).hasValue(1);
			assertThat(this.timing.waits()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aDownloadIsOpenedAgainNoSoonerThanTheProviderAskedFor(Way way) {
		this.refusal = Refusal.PROVIDER_503.answer(Header.SECONDS);
		try (NangoClient nango = client((builder) -> builder)) {
			int status = way.call(nango, (it) -> closed(it.connection("g", "c").proxy().get("/x").stream()),
					(it) -> it.connection("g", "c").proxy().get("/x").stream().map((response) -> response.status()));
			assertThat(status).isEqualTo(200);
			assertThat(this.requests).hasValue(2);
			assertThat(this.timing.waits()).singleElement()
				.satisfies((wait) -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofSeconds(7)));
		}
	}

	private static int closed(ProxyResponse<InputStream> response) {
		try (InputStream body = response.body()) {
			return response.status();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static NangoException failure(Way way, NangoClient nango, Refusal refused) {
		NangoException failure = catchThrowableOfType(NangoException.class, () -> read(way, nango, refused));
		assertThat(failure).as("failure").isNotNull();
		return failure;
	}

	private static void read(Way way, NangoClient nango, Refusal refused) {
		if (refused.throughTheProxy) {
			way.call(nango, (it) -> it.connection("g", "c").proxy().get("/x", Object.class),
					(it) -> it.connection("g", "c").proxy().get("/x", Object.class));
		}
		else {
			way.list(nango);
		}
	}

	private NangoClient client(UnaryOperator<NangoClientBuilder> settings) {
		return settings.apply(TestClients.builder(this.server.url(), this.timing)).build();
	}

	enum Header {

		MISSING("", null), SECONDS("Retry-After: 7\r\n", Duration.ofSeconds(7)),
		SECONDS_WITH_SPACES("Retry-After:   7  \r\n", Duration.ofSeconds(7)),
		OTHER_CASE("RETRY-AFTER: 7\r\n", Duration.ofSeconds(7)), THE_LONGEST("Retry-After: 10\r\n", LONGEST),
		ONE_TOO_LONG("Retry-After: 11\r\n", Duration.ofSeconds(11)), ZERO("Retry-After: 0\r\n", Duration.ZERO),
		NEGATIVE("Retry-After: -5\r\n", Duration.ZERO), VERY_NEGATIVE("Retry-After: -1000000000000\r\n", Duration.ZERO),
		NO_NEGATIVE_LONG("Retry-After: -99999999999999999999\r\n", Duration.ZERO),
		ABSURD("Retry-After: 1000000000000\r\n", A_YEAR), NO_LONG("Retry-After: 99999999999999999999\r\n", A_YEAR),
		ENDLESS("Retry-After: " + "9".repeat(4000) + "\r\n", A_YEAR), FRACTION("Retry-After: 1.5\r\n", null),
		GARBAGE("Retry-After: soon\r\n", null), PLUS("Retry-After: +5\r\n", null),
		HEXADECIMAL("Retry-After: 0x5\r\n", null), UNIT("Retry-After: 5s\r\n", null),
		NO_TEXT("Retry-After: \u00b2\u00ff\r\n", null), EMPTY("Retry-After:\r\n", null),
		BLANK("Retry-After:  \t\r\n", null), TWO_IN_ONE("Retry-After: 3, 5\r\n", null),
		SEVERAL("Retry-After: 3\r\nRetry-After: 5\r\n", Duration.ofSeconds(3)),
		DATE("Retry-After: Mon, 23 Nov 2026 12:00:09 GMT\r\n", Duration.ofSeconds(9)),
		DATE_TOO_FAR("Retry-After: Mon, 23 Nov 2026 12:05:00 GMT\r\n", Duration.ofMinutes(5)),
		DATE_OF_NOW("Retry-After: Mon, 23 Nov 2026 12:00:00 GMT\r\n", Duration.ZERO),
		DATE_IN_THE_PAST("Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n", Duration.ZERO),
		DATE_IN_ANOTHER_AGE("Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n", A_YEAR),
		DATE_ON_THE_WRONG_DAY("Retry-After: Tue, 23 Nov 2026 12:00:09 GMT\r\n", null),
		DATE_OF_NO_CALENDAR("Retry-After: Mon, 31 Feb 2026 12:00:09 GMT\r\n", null),
		ISO_DATE("Retry-After: 2026-11-23T12:00:09Z\r\n", null);

		private final String lines;

		private final @Nullable Duration time;

		Header(String lines, @Nullable Duration time) {
			this.lines = lines;
			this.time = time;
		}

		private Duration floor() {
			return (this.time != null) ? this.time : Duration.ZERO;
		}

		private boolean isTooLong() {
			return floor().compareTo(LONGEST) > 0;
		}

	}

	enum Refusal {

		NANGO_429(429, false, NangoRateLimitException.class, "{\"error\":{\"code\":\"too_many_request\"}}"),
		NANGO_503(503, false, NangoServerException.class, "{\"error\":{\"code\":\"unavailable\"}}"),
		PROXY_429_OF_NANGO(429, true, NangoRateLimitException.class, "{\"error\":{\"code\":\"too_many_request\"}}"),
		PROVIDER_429(429, true, NangoUpstreamException.class, "{\"message\":\"slow down\"}"),
		PROVIDER_503(503, true, NangoUpstreamException.class, "<html>later</html>");

		private final int status;

		private final boolean throughTheProxy;

		private final Class<? extends NangoException> exception;

		private final String body;

		Refusal(int status, boolean throughTheProxy, Class<? extends NangoException> exception, String body) {
			this.status = status;
			this.throughTheProxy = throughTheProxy;
			this.exception = exception;
			this.body = body;
		}

		private String answer(Header header) {
			return SmallServer.answer(this.status, header.lines, this.body);
		}

	}

}
