package org.nangospring.sample;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangospring.sample.nango.ManualClock;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "nango.secret-key=")
@Import(MovableClock.class)
class ApiTests {

	private static final String ACME = "/api/connections/github/acme-github";

	@Autowired
	private ManualClock clock;

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void integrations() {
		JsonNode integrations = this.browser.get("/api/integrations").json();
		assertThat(integrations.valueStream().map((it) -> it.path("integrationId").asString()))
			.containsExactlyInAnyOrder("github", "google-drive", "hubspot", "notion", "slack");
	}

	@Test
	void connections() {
		assertThat(this.browser.get("/api/connections").json().size()).isEqualTo(7);
		JsonNode slack = this.browser.get("/api/connections?integration=slack").json();
		assertThat(slack.valueStream().map((it) -> it.path("connectionId").asString()))
			.containsExactlyInAnyOrder("acme-slack", "globex-slack-revoked");
	}

	@Test
	void connectionWithTheTypeOfItsCredentialsOnly() {
		Browser.Reply reply = this.browser.get(ACME);
		assertThat(reply.text("/connection/connectionId")).isEqualTo("acme-github");
		assertThat(reply.text("/connection/tags/team")).isEqualTo("platform");
		assertThat(reply.text("/credentialType")).isEqualTo("OAUTH2");
		assertThat(reply.text("/metadata/repository")).isEqualTo("acme/widgets");
		assertThat(reply.json().propertyNames()).containsExactlyInAnyOrder("connection", "credentialType", "metadata",
				"updatedAt", "lastFetchedAt");
	}

	@Test
	void functions() {
		Browser.Reply reply = this.browser.get("/api/integrations/github/functions");
		assertThat(reply.text("/models/0")).isEqualTo("GithubIssue");
		assertThat(reply.json().path("actions").valueStream().map((it) -> it.path("name").asString()))
			.contains("create-issue", "whoami", "add-numbers", "nothing");
		assertThat(reply.json().at("/actions/2/example")).hasToString("{\"a\":1,\"b\":1}");
	}

	@Test
	void recordsWithACursor() {
		Browser.Reply first = this.browser.get(ACME + "/records?model=GithubIssue&limit=39");
		assertThat(first.json().path("records").size()).isEqualTo(39);
		assertThat(first.text("/records/0/data/title")).isNotBlank();
		Browser.Reply second = this.browser
			.get(ACME + "/records?model=GithubIssue&cursor=" + encoded(first.text("/nextCursor")));
		assertThat(second.text("/records/0/id")).isEqualTo("1040");
		assertThat(second.json().path("nextCursor").isNull()).isTrue();
	}

	@Test
	@DirtiesContext
	void syncsAndTheirCommands() {
		assertThat(this.browser.get(ACME + "/syncs").json().at("/0/recordCount/GithubIssue").asInt()).isEqualTo(40);
		Browser.Reply running = this.browser.postJson(ACME + "/syncs/github-issues/trigger", "");
		assertThat(running.status()).isEqualTo(202);
		assertThat(running.text("/0/status")).isEqualTo("RUNNING");
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(this.browser.get(ACME + "/syncs").json().at("/0/latestResult/GithubIssue"))
			.hasToString("{\"added\":2,\"updated\":3,\"deleted\":1}");
		assertThat(this.browser.postJson(ACME + "/syncs/github-issues/pause", "").text("/0/status"))
			.isEqualTo("PAUSED");
		assertThat(this.browser.postJson(ACME + "/syncs/github-issues/start", "").text("/0/status"))
			.isEqualTo("SUCCESS");
	}

	@Test
	void actions() {
		assertThat(this.browser.postJson(ACME + "/actions/add-numbers", "{'a':20,'b':22}").json().path("output"))
			.hasToString("42");
		assertThat(this.browser.postJson(ACME + "/actions/whoami", "{}").text("/output/login")).isEqualTo("acme-bot");
		assertThat(this.browser.postJson(ACME + "/actions/nothing", "").json().path("output").isNull()).isTrue();
	}

	@Test
	@DirtiesContext
	void proxy() {
		Browser.Reply user = this.browser.postJson(ACME + "/proxy", "{'method':'GET','endpoint':'/user'}");
		assertThat(user.json().path("status").asInt()).isEqualTo(200);
		assertThat(user.text("/contentType")).startsWith("application/json");
		assertThat(user.text("/body")).contains("\"acme-bot\"");
		Browser.Reply issue = this.browser.postJson(ACME + "/proxy",
				"{'method':'POST','endpoint':'/repos/acme/widgets/issues','body':{'title':'New'}}");
		assertThat(issue.text("/body")).contains("\"New\"");
	}

	@ParameterizedTest
	@CsvSource({ "/api/connections/github/nope, 404, NangoNotFoundException, not_found",
			"/api/connections/slack/globex-slack-revoked, 424, NangoCredentialsException, invalid_credentials",
			ACME + "/records?model=lower, 400, NangoInvalidRequestException, invalid_query_params",
			ACME + "/records?model=GithubIssue&cursor=nope, 502, NangoServerException, server_error" })
	void errorsOfNangoAreProblems(String path, int status, String error, String code) {
		Browser.Reply reply = this.browser.get(path);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(reply.text("/error")).isEqualTo(error);
		assertThat(reply.text("/code")).isEqualTo(code);
		assertThat(reply.text("/advice")).isNotBlank();
		assertThat(reply.text("/operation")).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource({ "418, 502", "401, 502", "404, 502" })
	void errorsOfTheProviderAreNotOurs(int upstream, int status) {
		Browser.Reply reply = this.browser.postJson(ACME + "/proxy",
				"{'method':'POST','endpoint':'/status/" + upstream + "'}");
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.json().path("upstreamStatus").asInt()).isEqualTo(upstream);
		assertThat(reply.text("/upstreamBody")).contains("Pretend status " + upstream);
	}

	@Test
	void actionThatFailsTellsWhatItsScriptReported() {
		Browser.Reply reply = this.browser.postJson(ACME + "/actions/add-numbers", "{}");
		assertThat(reply.status()).isEqualTo(502);
		assertThat(reply.text("/error")).isEqualTo("NangoActionException");
		assertThat(reply.text("/upstreamBody/message")).isEqualTo("a and b must be numbers");
	}

	@Test
	void wrongInputIsRefusedBeforeAnythingIsSent() {
		assertThat(this.browser.get(ACME + "/records?model=GithubIssue&limit=0").status()).isEqualTo(400);
		assertThat(this.browser.get(ACME + "/records").status()).isEqualTo(400);
		assertThat(this.browser.postJson(ACME + "/actions/whoami", "{").status()).isEqualTo(400);
		assertThat(this.browser.postJson(ACME + "/proxy", "{'method':'BREW','endpoint':'/'}").status()).isEqualTo(400);
		assertThat(this.browser.postJson(ACME + "/proxy", "{'method':'GET','endpoint':'https://example.org'}")
			.text("/detail")).contains("must be a path");
		assertThat(this.browser.postJson(ACME + "/proxy", "{}").status()).isEqualTo(400);
		assertThat(this.browser.postJson(ACME + "/syncs/github-issues/explode", "").status()).isEqualTo(404);
	}

	@Test
	@DirtiesContext
	void usedUpRateLimitTellsHowLongToWait() {
		Browser.Reply reply = this.browser.get("/api/integrations");
		for (int i = 0; i < 1100 && reply.status() == 200; i++) {
			reply = this.browser.get("/api/integrations");
		}
		assertThat(reply.status()).isEqualTo(429);
		assertThat(reply.header("Retry-After")).isEqualTo("60");
		assertThat(reply.text("/error")).isEqualTo("NangoRateLimitException");
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.browser.get("/api/integrations").status()).isEqualTo(200);
	}

	@Test
	void pathThatIsNotThereIsJsonToo() {
		assertThat(this.browser.postJson("/api/nope", "{}").status()).isEqualTo(404);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
