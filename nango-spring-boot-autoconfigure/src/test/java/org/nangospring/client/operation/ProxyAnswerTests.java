package org.nangospring.client.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoAuthenticationException;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoUpstreamException;
import org.nangospring.client.proxy.Proxy;
import org.nangospring.client.proxy.ProxyResponse;
import org.nangospring.client.proxy.ReactiveProxy;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBufferUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What comes back through the proxy.
 */
class ProxyAnswerTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture(
			(builder) -> builder.maxInMemorySize(64 * 1024).pool((pool) -> pool.maxConnections(1)));

	private final Proxy proxy = FIXTURE.nango().connection("github", "conn-1").proxy();

	private final ReactiveProxy reactive = FIXTURE.nango().reactive().connection("github", "conn-1").proxy();

	@Test
	void anAnswerIsReadAsTheCallerWants() {
		FIXTURE.answersJson("[1,2]");
		assertThat(this.proxy.get("/a", String.class)).isEqualTo("[1,2]");
		assertThat(this.proxy.get("/a", byte[].class)).isEqualTo("[1,2]".getBytes());
		assertThat(this.proxy.get("/a", int[].class)).containsExactly(1, 2);
		assertThat(this.proxy.get("/a").retrieve(new ParameterizedTypeReference<List<Integer>>() {
		})).containsExactly(1, 2);
		assertThat(this.proxy.get("/a", Void.class)).isNull();
		assertThat(this.reactive.get("/a", byte[].class).block()).isEqualTo("[1,2]".getBytes());
		assertThat(this.reactive.get("/a", Void.class).block()).isNull();
	}

	@Test
	void aTextIsReadInTheCharsetItNames() {
		FIXTURE.answers(WireMock.ok()
			.withHeader("Content-Type", "text/plain; charset=ISO-8859-1")
			.withBody(new byte[] { 'g', 'r', (byte) 0xF6 }));
		assertThat(this.proxy.get("/a", String.class)).isEqualTo("grö");
	}

	@Test
	void anAnswerWithoutContentIsNoError() {
		FIXTURE.answers(WireMock.noContent());
		ProxyResponse<User> response = this.proxy.delete("/a").exchange(User.class);
		assertThat(response.status()).isEqualTo(204);
		assertThat(response.body()).isNull();
		assertThat(this.reactive.delete("/a", User.class).block()).isNull();
		assertThat(Objects.requireNonNull(this.reactive.delete("/a").exchange(User.class).block()).status())
			.isEqualTo(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"error\":{\"code\":\"rate_limited\",\"message\":\"slow down\"}}",
			"{\"error\":{\"code\":\"not_found_here\",\"message\":\"No such user\"}}", "{\"message\":\"Not Found\"}",
			"{\"error\":\"nope\"}", "{\"code\":\"x\",\"message\":\"y\"}", "Not Found", "" })
	void anErrorOfTheProviderIsHandedOnWhole(String body) {
		for (int status : new int[] { 400, 401, 403, 404, 409, 422, 424, 500 }) {
			FIXTURE.answers(WireMock.aResponse()
				.withStatus(status)
				.withHeader("Content-Type", "application/json")
				.withHeader("X-Upstream", "yes")
				.withBody(body));
			for (NangoUpstreamException failure : List.of(fails(() -> this.proxy.post("/a").retrieve(User.class)),
					fails(() -> this.proxy.post("/a").stream()),
					fails(() -> this.reactive.post("/a").retrieve(User.class).block()),
					fails(() -> this.reactive.post("/a").stream().block()))) {
				assertThat(failure.status()).isEqualTo(status);
				assertThat(failure.bodyAsString()).isEqualTo(body);
				assertThat(failure.headers().getFirst("X-Upstream")).isEqualTo("yes");
				assertThat(failure.code()).isNull();
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aProviderThatIsBusyIsAskedAgainUnlessNangoDoesIt(Mode mode) {
		FIXTURE.answersInTurn(WireMock.serviceUnavailable(), WireMock.okJson(ProxyOperations.USER));
		assertThat(get(mode, 0)).isEqualTo(new User("uma", 5));
		assertThat(FIXTURE.requests()).hasSize(2);
		FIXTURE.server().resetAll();
		FIXTURE.answersInTurn(WireMock.serviceUnavailable(), WireMock.okJson(ProxyOperations.USER));
		NangoUpstreamException failure = fails(() -> get(mode, 2));
		assertThat(failure.attempts()).isEqualTo(1);
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void theRateLimitOfAProviderIsNotNangos(Mode mode) {
		FIXTURE.answers(limits(WireMock.okJson("{\"connections\":[]}"), 200));
		FIXTURE.nango().connections().list();
		FIXTURE
			.answers(limits(WireMock.jsonResponse("{\"error\":\"too many\"}", 429), 3).withHeader("Retry-After", "90"));
		NangoUpstreamException failure = fails(() -> get(mode, 0));
		assertThat(failure.status()).isEqualTo(429);
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(90));
		FIXTURE.answers(limits(WireMock.okJson(ProxyOperations.USER), 4));
		get(mode, 0);
		assertThat(Objects.requireNonNull(FIXTURE.nango().rateLimit()).limit()).isEqualTo(200);
		assertThat(FIXTURE.nango().reactive().rateLimit()).isSameAs(FIXTURE.nango().rateLimit());
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void theRateLimitOfNangoIsItsOwnOnTheProxyToo(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"code":"too_many_request","method":"GET","path":"/proxy/user"}}""", 429)
			.withHeader("Retry-After", "59"));
		assertThatExceptionOfType(NangoRateLimitException.class).isThrownBy(() -> get(mode, 0));
	}

	@Test
	void aStreamThatIsClosedEarlyGivesItsConnectionBack() throws IOException {
		// longer than anything that lies in buffers on the way, with one connection in
		// all
		FIXTURE.answers(WireMock.ok().withBody(new byte[8 * 1024 * 1024]));
		for (int i = 0; i < 3; i++) {
			try (InputStream body = Objects.requireNonNull(this.proxy.get("/file").stream().body())) {
				assertThat(body.readNBytes(10)).hasSize(10);
			}
			Integer first = this.reactive.get("/file")
				.stream()
				.flatMap((response) -> Objects.requireNonNull(response.body()).map((buffer) -> {
					int size = buffer.readableByteCount();
					DataBufferUtils.release(buffer);
					return size;
				}).next())
				.block();
			assertThat(first).isPositive();
			this.proxy.get("/file").stream().body().close();
		}
		FIXTURE.answersJson(ProxyOperations.USER);
		assertThat(get(Mode.BLOCKING, 0)).isEqualTo(new User("uma", 5));
	}

	@Test
	void aStreamIsNotLimitedByTheMemoryForOneAnswer() throws IOException {
		FIXTURE.answers(WireMock.ok().withBody(new byte[1024 * 1024]));
		try (InputStream body = Objects.requireNonNull(this.proxy.get("/file").stream().body())) {
			assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(1024 * 1024);
		}
	}

	@Test
	void aStreamOfNothingIsEmpty() throws IOException {
		FIXTURE.answers(WireMock.noContent());
		ProxyResponse<InputStream> response = this.proxy.get("/file").stream();
		assertThat(response.status()).isEqualTo(204);
		try (InputStream body = Objects.requireNonNull(response.body())) {
			assertThat(body.read()).isEqualTo(-1);
		}
		assertThat(this.reactive.get("/file").stream().flatMapMany(ProxyResponse::body).collectList().block())
			.isEmpty();
	}

	@Test
	void anAnswerDoesNotTellItsContent() {
		FIXTURE.answersJson("{\"login\":\"secret-content\"}");
		assertThat(this.proxy.get("/a").exchange(Map.class)).hasToString("ProxyResponse[200]");
		FIXTURE.answers(WireMock.aResponse().withStatus(404).withBody("secret-content"));
		assertThat(fails(() -> this.proxy.get("/a", User.class)).toString()).doesNotContain("secret-content");
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aHeadCallGivesStatusAndHeadersAndIsRepeatedLikeARead(Mode mode) {
		FIXTURE.answersInTurn(WireMock.serviceUnavailable(),
				WireMock.ok().withHeader("Content-Length", "123456").withHeader("Content-Type", "image/png"));
		ProxyResponse<Void> response = (mode == Mode.BLOCKING) ? this.proxy.head("/photo").exchange(Void.class)
				: Objects.requireNonNull(this.reactive.head("/photo").exchange(Void.class).block());
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).isNull();
		assertThat(response.headers().getContentLength()).isEqualTo(123456);
		assertThat(FIXTURE.requests()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.getMethod().getName()).isEqualTo("HEAD"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void aRedirectOfTheProviderIsForTheCallerToSee(int status) {
		FIXTURE.answers(WireMock.aResponse().withStatus(status).withHeader("Location", "https://elsewhere.test/next"));
		for (NangoUpstreamException failure : List.of(fails(() -> this.proxy.get("/a", User.class)),
				fails(() -> this.proxy.get("/a").stream()),
				fails(() -> this.reactive.get("/a").retrieve(User.class).block()),
				fails(() -> this.reactive.get("/a").stream().block()))) {
			assertThat(failure.status()).isEqualTo(status);
			assertThat(failure.headers().getLocation()).hasToString("https://elsewhere.test/next");
		}
		assertThat(FIXTURE.requests()).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "text/json", "application/hal+json", "application/vnd.github.v3+json",
			"application/x-json", "text/javascript; charset=UTF-8", "Application/Problem+JSON" })
	void jsonIsReadWhateverTheProviderCallsIt(String type) {
		FIXTURE.answers(WireMock.ok(ProxyOperations.USER).withHeader("Content-Type", type));
		assertThat(get(Mode.BLOCKING, 0)).isEqualTo(new User("uma", 5));
		assertThat(get(Mode.REACTIVE, 0)).isEqualTo(new User("uma", 5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html; charset=utf-8", "text/plain", "application/octet-stream", "///" })
	void whatIsNoJsonSaysWhatTheProviderAnsweredAndHowToGetIt(String type) {
		FIXTURE.answers(WireMock.ok(ProxyOperations.USER).withHeader("Content-Type", type));
		for (Mode mode : Mode.values()) {
			NangoResponseException failure = catchThrowableOfType(NangoResponseException.class, () -> get(mode, 0));
			assertThat(failure)
				.hasMessageContaining("the provider's answer is "
						+ (type.equals("///") ? "application/octet-stream" : type.replaceFirst(";.*", "")))
				.hasMessageContaining("String.class or byte[].class")
				.hasMessageNotContaining("nango.host");
		}
		assertThat(this.proxy.get("/a", String.class)).isEqualTo(ProxyOperations.USER);
	}

	@Test
	void everyByteOfAnAnswerArrives() {
		byte[] bytes = new byte[256];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) i;
		}
		FIXTURE.answers(WireMock.ok().withHeader("Content-Type", "application/octet-stream").withBody(bytes));
		assertThat(this.proxy.get("/a", byte[].class)).isEqualTo(bytes);
		assertThat(this.reactive.get("/a", byte[].class).block()).isEqualTo(bytes);
	}

	@Test
	void anErrorThatIsTooLargeToKeepIsStillThatError() {
		FIXTURE.answers(WireMock.notFound().withBody("x".repeat(200_000)));
		for (NangoUpstreamException failure : List.of(fails(() -> this.proxy.get("/a", User.class)),
				fails(() -> this.proxy.get("/a").stream()),
				fails(() -> this.reactive.get("/a").retrieve(User.class).block()),
				fails(() -> this.reactive.get("/a").stream().block()))) {
			assertThat(failure.status()).isEqualTo(404);
			assertThat(failure.bodyAsString()).hasSize(64 * 1024).startsWith("xxx");
		}
		FIXTURE.answers(WireMock.aResponse()
			.withStatus(401)
			.withHeader("Content-Type", "application/json")
			.withBody("{\"error\":{\"code\":\"" + "x".repeat(200_000) + "\"}}"));
		assertThatExceptionOfType(NangoAuthenticationException.class)
			.isThrownBy(() -> FIXTURE.nango().integrations().list());
	}

	private Object get(Mode mode, int retries) {
		return (mode == Mode.BLOCKING) ? this.proxy.get("/user").retries(retries).retrieve(User.class)
				: this.reactive.get("/user").retries(retries).retrieve(User.class).block();
	}

	private static ResponseDefinitionBuilder limits(ResponseDefinitionBuilder answer, int limit) {
		return answer.withHeader("X-RateLimit-Limit", Integer.toString(limit))
			.withHeader("X-RateLimit-Remaining", "1")
			.withHeader("X-RateLimit-Reset", "1795416592");
	}

	private static NangoUpstreamException fails(ThrowableAssert.ThrowingCallable call) {
		NangoUpstreamException failure = catchThrowableOfType(NangoUpstreamException.class, call);
		assertThat(failure).isNotNull();
		return failure;
	}

	record User(String login, long id) {
	}

}
