package org.nangospring.sample.nango;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProxyApiTests {

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void providerSeesTheAccountOfTheConnection() {
		assertThat(get("/user").text("/login")).isEqualTo("acme-bot");
		assertThat(this.caller.get("/proxy/user", "Connection-Id", "globex-github", "Provider-Config-Key", "github")
			.text("/login")).isEqualTo("globex-bot");
		assertThat(this.caller.get("/proxy/user", "Connection-Id", "acme-notion", "Provider-Config-Key", "notion")
			.text("/login")).isEqualTo("acme-bot");
	}

	@Test
	void refreshedTokenWorks() {
		this.caller.get("/connections/acme-github?provider_config_key=github&force_refresh=true");
		assertThat(get("/user").status()).isEqualTo(200);
	}

	@Test
	void queryIsPassedOn() {
		assertThat(get("/user/repos").json().size()).isEqualTo(23);
		assertThat(get("/user/repos?per_page=10&page=3").json().size()).isEqualTo(3);
		assertThat(get("/user/repos?per_page=10&page=4").json().size()).isZero();
		assertThat(get("/user/repos?per_page=1").text("/0/full_name")).isEqualTo("acme/widgets");
	}

	@Test
	void doubleSlashIsTakenAsOne() {
		assertThat(get("//user").text("/login")).isEqualTo("acme-bot");
	}

	@Test
	void createdBecomesOk() {
		Caller.Reply reply = this.caller.json("POST", "/proxy/repos/acme/widgets/issues",
				"{'title':'Hello','body':'World'}", Caller.ACME_GITHUB);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text("/title")).isEqualTo("Hello");
		assertThat(reply.text("/body")).isEqualTo("World");
	}

	@Test
	void errorsKeepTheBodyAndTheHeadersOfTheProvider() {
		Caller.Reply invalid = this.caller.json("POST", "/proxy/repos/acme/widgets/issues", "{}", Caller.ACME_GITHUB);
		assertThat(invalid.status()).isEqualTo(422);
		assertThat(invalid.text("/message")).isEqualTo("Validation Failed");
		assertThat(invalid.header("x-provider")).isEqualTo("pretend");
		Caller.Reply missing = get("/nowhere");
		assertThat(missing.status()).isEqualTo(404);
		assertThat(missing.text("/message")).isEqualTo("Not Found");
		assertThat(missing.header("Content-Type")).startsWith("application/json");
	}

	@Test
	void successKeepsOnlyAFewHeaders() {
		Caller.Reply reply = get("/user/repos?per_page=10");
		assertThat(reply.header("x-request-id")).startsWith("fake-request-");
		assertThat(reply.headers().map()).doesNotContainKeys("x-provider", "link");
		assertThat(reply.header("X-RateLimit-Remaining")).isEqualTo("999");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 204, 304, 400, 401, 403, 404, 422, 429, 500, 503 })
	void statusOfTheProviderIsPassedOn(int status) {
		Caller.Reply reply = get("/status/" + status);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.body().isEmpty()).isEqualTo(status == 204 || status == 304);
	}

	@ParameterizedTest
	@CsvSource({ "PUT", "PATCH", "DELETE", "POST" })
	void allMethodsArePassedOn(String method) {
		assertThat(this.caller.send(method, "/proxy/status/202", null, Caller.ACME_GITHUB).status()).isEqualTo(200);
	}

	@Test
	void rateLimitOfTheProviderWinsOverNangos() {
		Caller.Reply reply = get("/status/429");
		assertThat(reply.header("Retry-After")).isEqualTo("1");
		assertThat(reply.header("X-RateLimit-Remaining")).isEqualTo("0");
		assertThat(reply.body()).doesNotContain("too_many_request");
	}

	@Test
	void textStaysText() {
		Caller.Reply reply = get("/zen");
		assertThat(reply.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
		assertThat(reply.body()).isEqualTo("Keep it logically awesome.");
	}

	@Test
	void onlyPrefixedHeadersArePassedOn() {
		Caller.Reply reply = get("/headers", "Nango-Proxy-X-Custom", "abc", "nango-proxy-Accept", "text/csv", "X-Other",
				"1", "Retries", "3");
		assertThat(reply.text("/x-custom")).isEqualTo("abc");
		assertThat(reply.text("/accept")).isEqualTo("text/csv");
		assertThat(reply.json().has("x-other")).isFalse();
		assertThat(reply.json().has("retries")).isFalse();
		assertThat(reply.body()).doesNotContain("fake-access-token").doesNotContain(this.caller.nango().secretKey());
	}

	@Test
	void authorizationCanBeOverridden() {
		Caller.Reply reply = get("/user", "Nango-Proxy-Authorization", "Bearer mine");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.text("/message")).isEqualTo("Bad credentials");
	}

	@Test
	void formBecomesJsonUnlessTheContentTypeIsGivenTwice() {
		String path = "/proxy/repos/acme/widgets/issues";
		String form = "application/x-www-form-urlencoded";
		Caller.Reply once = this.caller.send("POST", path, "title=two+words", with("Content-Type", form));
		assertThat(once.text("/title")).isEqualTo("two words");
		Caller.Reply twice = this.caller.send("POST", path, "title=two+words",
				with("Content-Type", form, "Nango-Proxy-Content-Type", form));
		assertThat(twice.status()).isEqualTo(400);
		assertThat(twice.text("/message")).isEqualTo("Problems parsing JSON");
	}

	@ParameterizedTest
	@CsvSource({ "Retry-On, abc, retry-on", "Decompress, yes, decompress",
			"Base-Url-Override, not a url, base-url-override" })
	void wrongOptionsAreRefused(String header, String value, String path) {
		Caller.Reply reply = get("/user", header, value);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("invalid_headers");
		assertThat(reply.text("/error/errors/0/path/0")).isEqualTo(path);
	}

	@Test
	void noOtherServerIsCalled() {
		Caller.Reply reply = get("/user", "Base-Url-Override", "http://127.0.0.1:1");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("base_url_override_not_allowed");
	}

	@Test
	void unknownConnectionIsABadRequest() {
		Caller.Reply reply = this.caller.get("/proxy/user", "Connection-Id", "nope", "Provider-Config-Key", "github");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body())
			.isEqualTo("{\"error\":{\"code\":\"server_error\",\"message\":\"Failed to get connection\"}}");
	}

	@Test
	void revokedConnectionIsRefused() {
		Caller.Reply reply = this.caller.get("/proxy/user", "Connection-Id", "globex-slack-revoked",
				"Provider-Config-Key", "slack");
		assertThat(reply.status()).isEqualTo(424);
		assertThat(reply.text("/error/code")).isEqualTo("connection_refresh_backoff");
	}

	@Test
	void requestsAtTheSameTimeDontGetInEachOthersWay() {
		String path = "/proxy/repos/acme/widgets/issues";
		assertThat(IntStream.range(0, 60)
			.parallel()
			.mapToObj((i) -> this.caller.json("POST", path, "{'title':'Issue'}", Caller.ACME_GITHUB))
			.map((reply) -> reply.at("/number").asInt())).hasSize(60).doesNotHaveDuplicates();
	}

	@Test
	void keyIsNeeded() {
		assertThat(this.caller.send(this.caller.anonymous("/proxy/user", Caller.ACME_GITHUB)).status()).isEqualTo(401);
	}

	private Caller.Reply get(String path, String... headers) {
		return this.caller.get("/proxy" + path, with(headers));
	}

	private static String[] with(String... headers) {
		return Stream.concat(Stream.of(Caller.ACME_GITHUB), Stream.of(headers)).toArray(String[]::new);
	}

}
