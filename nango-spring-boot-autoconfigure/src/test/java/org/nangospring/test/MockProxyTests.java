package org.nangospring.test;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoUpstreamException;
import org.nangospring.client.proxy.ProxyResponse;
import org.nangospring.test.MockFixture.Issue;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MockProxyTests {

	@RegisterExtension
	static final MockFixture fixture = new MockFixture();

	private final NangoMock mock = fixture.mock;

	@Test
	void aProviderAnswersByMethodAndPath() {
		this.mock.proxy(HttpMethod.GET, "/issues/{id}").answers(new Issue("one"));
		this.mock.proxy(HttpMethod.POST, "issues").answersWith((call) -> call.body(Issue.class));
		this.mock.proxy(HttpMethod.GET, "/text")
			.answersBytes(200, MediaType.TEXT_PLAIN, "hello".getBytes(StandardCharsets.UTF_8));
		this.mock.proxy(HttpMethod.DELETE, "/issues/**").answersStatus(204);
		assertThat(fixture.github().proxy().get("/issues/1", Issue.class)).isEqualTo(new Issue("one"));
		assertThat(fixture.github().proxy().post("/issues", new Issue("new"), Issue.class)).isEqualTo(new Issue("new"));
		assertThat(fixture.github().proxy().get("/text", String.class)).isEqualTo("hello");
		assertThat(fixture.github().proxy().delete("/issues/1/2").exchange(Void.class).status()).isEqualTo(204);
		this.mock.verify().proxy(HttpMethod.POST, "/issues").calledOnce().withBody(new Issue("new"));
	}

	@Test
	void parametersChooseTheAnswer() {
		this.mock.proxy(HttpMethod.GET, "/issues").answersJson(200, "{\"title\":\"any\"}");
		this.mock.proxy(HttpMethod.GET, "/issues").query("page", 2).answers(new Issue("second"));
		assertThat(fixture.github().proxy().get("/issues").query("page", 2).retrieve(Issue.class).title())
			.isEqualTo("second");
		assertThat(fixture.github().proxy().get("/issues").query("page", 3).retrieve(Issue.class).title())
			.isEqualTo("any");
		this.mock.verify().proxy(HttpMethod.GET, "/issues").called(2).withQuery("page", 3).calledOnce();
	}

	@Test
	void answersAreChangedOnTheirWayAsByNango() {
		this.mock.proxy(HttpMethod.POST, "/plain").header("Link", "next").header("X-Request-Id", "r").answers(201, "x");
		this.mock.proxy(HttpMethod.POST, "/chunked").header("Link", "next").chunked().answers(201, "x");
		ProxyResponse<String> plain = fixture.github().proxy().post("/plain").exchange(String.class);
		assertThat(plain.status()).isEqualTo(200);
		assertThat(plain.headers().getFirst("Link")).isNull();
		assertThat(plain.headers().getFirst("X-Request-Id")).isEqualTo("r");
		ProxyResponse<String> chunked = fixture.github().proxy().post("/chunked").exchange(String.class);
		assertThat(chunked.status()).isEqualTo(201);
		assertThat(chunked.headers().getFirst("Link")).isEqualTo("next");
	}

	@Test
	void errorsOfTheProviderKeepTheirHeaders() {
		this.mock.proxy(HttpMethod.POST, "/fails").header("Retry-After", "7").answers(429, Map.of("message", "slow"));
		assertThatExceptionOfType(NangoUpstreamException.class)
			.isThrownBy(() -> fixture.github().proxy().post("/fails").retrieve(Void.class))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(429))
			.satisfies((ex) -> assertThat(ex.retryAfter()).hasSeconds(7));
		this.mock.proxy(HttpMethod.POST, "/breaks").breaks();
		assertThatExceptionOfType(NangoServerException.class)
			.isThrownBy(() -> fixture.github().proxy().post("/breaks").retrieve(Void.class))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("ECONNRESET"));
	}

	@Test
	void aConnectionMayHaveAnswersOfItsOwn() {
		this.mock.proxy(HttpMethod.GET, "/user").answers(new Issue("anybody"));
		this.mock.connection("github", "c1").proxy(HttpMethod.GET, "/user").answers(new Issue("c1"));
		assertThat(fixture.github().proxy().get("/user", Issue.class)).isEqualTo(new Issue("c1"));
		assertThat(fixture.nango.connection("github", "c2").proxy().get("/user", Issue.class))
			.isEqualTo(new Issue("anybody"));
		this.mock.verify().connection("github", "c2").proxy(HttpMethod.GET, "/user").calledOnce();
	}

	@Test
	void whatIsNotSetUpHasAHint() {
		assertThatExceptionOfType(NangoNotFoundException.class)
			.isThrownBy(() -> fixture.github().proxy().get("/user", Map.class))
			.satisfies((ex) -> assertThat(ex.error().message()).isEqualTo("Failed to get connection"));
		this.mock.connection("github", "c1");
		assertThatExceptionOfType(NangoUpstreamException.class)
			.isThrownBy(() -> fixture.github().proxy().get("/user", Map.class))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(404));
		assertThat(this.mock.hints()).anySatisfy((hint) -> assertThat(hint).contains("GET /proxy/user of github/c1",
				"nangoMock.proxy(HttpMethod.GET, \"/user\").answers(…)"));
	}

}
