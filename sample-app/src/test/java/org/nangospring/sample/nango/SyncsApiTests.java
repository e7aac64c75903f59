package org.nangospring.sample.nango;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SyncsApiTests {

	private static final String ISSUES = "{'provider_config_key':'github','connection_id':'acme-github','syncs':['github-issues']}";

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void syncHasRunOnceAtTheStart() {
		JsonNode sync = issues();
		assertThat(sync.path("name").asString()).isEqualTo("github-issues");
		assertThat(sync.path("status").asString()).isEqualTo("SUCCESS");
		assertThat(sync.path("finishedAt").asString()).isEqualTo("2026-06-01T09:55:00.000Z");
		assertThat(sync.path("nextScheduledSyncAt").asString()).isEqualTo("2026-06-01T10:55:00.000Z");
		assertThat(sync.path("latestResult"))
			.hasToString("{\"GithubIssue\":{\"added\":40,\"deleted\":0,\"updated\":0}}");
		assertThat(sync.at("/recordCount/GithubIssue").asInt()).isEqualTo(40);
		assertThat(sync.path("frequency").asString()).isEqualTo("every hour");
	}

	@Test
	void triggeredSyncRunsForAMoment() {
		assertThat(command("trigger", ISSUES).body()).isEqualTo("{\"success\":true}");
		JsonNode running = issues();
		assertThat(running.path("status").asString()).isEqualTo("RUNNING");
		assertThat(running.path("latestExecutionStatus").asString()).isEqualTo("RUNNING");
		assertThat(running.has("finishedAt")).isFalse();
		this.caller.clock().advance(Duration.ofMillis(1999));
		assertThat(issues().path("status").asString()).isEqualTo("RUNNING");
		this.caller.clock().advance(Duration.ofMillis(1));
		assertThat(issues().path("status").asString()).isEqualTo("SUCCESS");
		assertThat(issues().path("finishedAt").asString()).isEqualTo("2026-06-01T10:00:02.000Z");
	}

	@Test
	void triggeringASyncAddsRecordsAfterItHasRun() {
		command("trigger", ISSUES);
		assertThat(issues().at("/recordCount/GithubIssue").asInt()).isEqualTo(40);
		this.caller.clock().advance(Duration.ofSeconds(2));
		JsonNode sync = issues();
		assertThat(sync.path("latestResult"))
			.hasToString("{\"GithubIssue\":{\"added\":2,\"deleted\":1,\"updated\":3}}");
		assertThat(sync.at("/recordCount/GithubIssue").asInt()).isEqualTo(41);
	}

	@Test
	void twoServersGoThroughTheSameRuns() {
		try (Caller other = new Caller()) {
			for (Caller each : new Caller[] { this.caller, other }) {
				each.json("POST", "/sync/trigger", ISSUES);
				each.clock().advance(Duration.ofSeconds(5));
				each.json("POST", "/sync/trigger", ISSUES);
				each.clock().advance(Duration.ofSeconds(5));
			}
			String path = "/records?model=GithubIssue&limit=1000";
			assertThat(this.caller.get(path, Caller.ACME_GITHUB).body())
				.isEqualTo(other.get(path, Caller.ACME_GITHUB).body());
		}
	}

	@Test
	void triggerDuringARunChangesNothing() {
		command("trigger", ISSUES);
		this.caller.clock().advance(Duration.ofSeconds(1));
		command("trigger", ISSUES);
		this.caller.clock().advance(Duration.ofSeconds(1));
		assertThat(issues().path("status").asString()).isEqualTo("SUCCESS");
		this.caller.clock().advance(Duration.ofSeconds(5));
		assertThat(issues().at("/recordCount/GithubIssue").asInt()).isEqualTo(41);
	}

	@Test
	void pausedSyncDoesNotRunOnItsSchedule() {
		command("pause", ISSUES);
		assertThat(issues().path("status").asString()).isEqualTo("PAUSED");
		assertThat(issues().path("nextScheduledSyncAt").isNull()).isTrue();
		this.caller.clock().advance(Duration.ofHours(3));
		assertThat(issues().path("status").asString()).isEqualTo("PAUSED");
		assertThat(issues().at("/recordCount/GithubIssue").asInt()).isEqualTo(40);
	}

	@Test
	void triggeredPausedSyncRunsAndIsPausedAfterwards() {
		command("pause", ISSUES);
		command("trigger", ISSUES);
		assertThat(issues().path("status").asString()).isEqualTo("RUNNING");
		this.caller.clock().advance(Duration.ofSeconds(2));
		assertThat(issues().path("status").asString()).isEqualTo("PAUSED");
		assertThat(issues().at("/recordCount/GithubIssue").asInt()).isEqualTo(41);
		assertThat(issues().path("nextScheduledSyncAt").isNull()).isTrue();
	}

	@Test
	void startOnlyEndsThePause() {
		command("pause", ISSUES);
		this.caller.clock().advance(Duration.ofHours(3));
		assertThat(command("start", ISSUES).body()).isEqualTo("{\"success\":true}");
		assertThat(issues().path("status").asString()).isEqualTo("SUCCESS");
		assertThat(issues().path("nextScheduledSyncAt").asString()).isEqualTo("2026-06-01T14:00:00.000Z");
		assertThat(issues().at("/recordCount/GithubIssue").asInt()).isEqualTo(40);
	}

	@Test
	void pauseLetsTheCurrentRunFinish() {
		command("trigger", ISSUES);
		command("pause", ISSUES);
		assertThat(issues().path("status").asString()).isEqualTo("RUNNING");
		this.caller.clock().advance(Duration.ofSeconds(2));
		assertThat(issues().path("status").asString()).isEqualTo("PAUSED");
		assertThat(issues().at("/recordCount/GithubIssue").asInt()).isEqualTo(41);
	}

	@Test
	void scheduleRunsTheSync() {
		this.caller.clock().advance(Duration.ofMinutes(56));
		assertThat(issues().path("finishedAt").asString()).isEqualTo("2026-06-01T10:55:02.000Z");
		assertThat(issues().path("nextScheduledSyncAt").asString()).isEqualTo("2026-06-01T11:55:00.000Z");
		assertThat(issues().at("/recordCount/GithubIssue").asInt()).isEqualTo(41);
	}

	@Test
	void oneRunMakesUpForMissedOnes() {
		this.caller.clock().advance(Duration.ofHours(10));
		assertThat(issues().path("finishedAt").asString()).isEqualTo("2026-06-01T19:55:02.000Z");
		assertThat(issues().at("/recordCount/GithubIssue").asInt()).isEqualTo(41);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'sync_mode':'full_refresh_and_clear_cache'", "'opts':{'reset':true,'emptyCache':true}" })
	void clearingTheCacheFetchesEverythingAnew(String option) {
		command("trigger", ISSUES);
		this.caller.clock().advance(Duration.ofSeconds(2));
		command("trigger", ISSUES.replace("}", "," + option + "}"));
		this.caller.clock().advance(Duration.ofSeconds(2));
		assertThat(issues().at("/latestResult/GithubIssue/added").asInt()).isEqualTo(40);
		assertThat(issues().at("/recordCount/GithubIssue").asInt()).isEqualTo(40);
	}

	@Test
	void createdIssueComesWithTheNextRun() {
		this.caller.json("POST", "/proxy/repos/acme/widgets/issues", "{'title':'By hand'}", Caller.ACME_GITHUB);
		command("trigger", ISSUES);
		this.caller.clock().advance(Duration.ofSeconds(2));
		assertThat(this.caller.get("/records?model=GithubIssue&ids=5001", Caller.ACME_GITHUB).text("/records/0/title"))
			.isEqualTo("By hand");
		assertThat(issues().at("/latestResult/GithubIssue/added").asInt()).isEqualTo(3);
	}

	@Test
	void messagesGoOnAsWell() {
		command("trigger", "{'provider_config_key':'slack','syncs':['slack-messages']}");
		this.caller.clock().advance(Duration.ofSeconds(2));
		JsonNode sync = this.caller.get("/sync/status?provider_config_key=slack&syncs=*").at("/syncs/0");
		assertThat(sync.path("latestResult"))
			.hasToString("{\"SlackMessage\":{\"added\":2,\"deleted\":1,\"updated\":1}}");
	}

	@Test
	void withoutAConnectionAllOfTheIntegrationAreMeant() {
		command("pause", "{'provider_config_key':'github','syncs':[]}");
		JsonNode syncs = this.caller.get("/sync/status?provider_config_key=github&syncs=github-issues,nope")
			.at("/syncs");
		assertThat(syncs.valueStream().map((sync) -> sync.path("connection_id").asString()))
			.containsExactlyInAnyOrder("acme-github", "globex-github");
		assertThat(syncs.valueStream().map((sync) -> sync.path("status").asString())).containsOnly("PAUSED");
	}

	@Test
	void syncCanBeNamedWithItsVariant() {
		assertThat(command("pause", ISSUES.replace("'github-issues'", "{'name':'github-issues','variant':'base'}"))
			.status()).isEqualTo(200);
		assertThat(command("pause", ISSUES.replace("'github-issues'", "{'name':'github-issues','variant':'other'}"))
			.status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "trigger", "pause", "start" })
	void commandsForWhatIsNotThereAreRefused(String command) {
		Caller.Reply connection = command(command, ISSUES.replace("acme-github", "nope"));
		assertThat(connection.status()).isEqualTo(404);
		assertThat(connection.text("/error/code")).isEqualTo("unknown_connection");
		assertThat(connection.text("/error/payload/connectionId")).isEqualTo("nope");
		Caller.Reply integration = command(command, ISSUES.replace("'github'", "'nope'"));
		assertThat(integration.status()).isEqualTo(400);
		assertThat(integration.text("/error/code")).isEqualTo("unknown_provider_config");
		Caller.Reply sync = command(command, ISSUES.replace("github-issues", "nope"));
		assertThat(sync.status()).isEqualTo(400);
		assertThat(sync.text("/error/code")).isEqualTo("no_syncs_found");
		assertThat(command(command, "{}").at("/error/errors").size()).isEqualTo(2);
	}

	@Test
	void wrongOptionsOfTheTriggerAreRefused() {
		Caller.Reply mode = command("trigger", ISSUES.replace("}", ",'sync_mode':'bogus'}"));
		assertThat(mode.text("/error/errors/0/code")).isEqualTo("invalid_value");
		Caller.Reply keys = command("trigger", ISSUES.replace("}", ",'reset':true,'emptyCache':true}"));
		assertThat(keys.text("/error/errors/0/message")).isEqualTo("Unrecognized keys: \"reset\", \"emptyCache\"");
	}

	@Test
	void statusOfWhatIsNotThere() {
		Caller.Reply connection = this.caller.get("/sync/status?provider_config_key=github&connection_id=nope&syncs=*");
		assertThat(connection.status()).isEqualTo(400);
		assertThat(connection.text("/error/message")).isEqualTo("Connection not found");
		assertThat(this.caller.get("/sync/status?provider_config_key=github&syncs=nope").body())
			.isEqualTo("{\"syncs\":[]}");
		assertThat(this.caller.get("/sync/status?provider_config_key=github").text("/error/errors/0/path/0"))
			.isEqualTo("syncs");
	}

	@Test
	void frequencyCanBeChangedAndReset() {
		assertThat(frequency("'every 6 hours'").body()).isEqualTo("{\"frequency\":\"6 hours\"}");
		assertThat(issues().path("frequency").asString()).isEqualTo("6 hours");
		assertThat(issues().path("nextScheduledSyncAt").asString()).isEqualTo("2026-06-01T15:55:00.000Z");
		assertThat(frequency("null").body()).isEqualTo("{\"frequency\":\"every hour\"}");
	}

	@Test
	void wrongFrequencyIsRefused() {
		assertThat(frequency("'every 1 second'").text("/error/message")).isEqualTo("Sync interval is invalid");
		assertThat(frequency("'whenever'").text("/error/errors/0/code")).isEqualTo("invalid_format");
		Caller.Reply empty = this.caller.json("PUT", "/sync/update-connection-frequency", "{}");
		assertThat(empty.status()).isEqualTo(400);
		assertThat(empty.at("/error/errors").size()).isEqualTo(4);
	}

	@ParameterizedTest
	@CsvSource({ "acme-github, unknown_connection", "github-issues, unknown_sync", "github, unknown_provider_config" })
	void frequencyOfWhatIsNotThereIsRefused(String known, String code) {
		String body = frequencyBody("null").replace("'" + known + "'", "'nope'");
		Caller.Reply reply = this.caller.json("PUT", "/sync/update-connection-frequency", body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo(code);
	}

	private Caller.Reply command(String command, String body) {
		return this.caller.json("POST", "/sync/" + command, body);
	}

	private Caller.Reply frequency(String frequency) {
		return this.caller.json("PUT", "/sync/update-connection-frequency", frequencyBody(frequency));
	}

	private static String frequencyBody(String frequency) {
		return "{'provider_config_key':'github','connection_id':'acme-github','sync_name':'github-issues','frequency':"
				+ frequency + "}";
	}

	private JsonNode issues() {
		return this.caller.get("/sync/status?provider_config_key=github&connection_id=acme-github&syncs=github-issues")
			.at("/syncs/0");
	}

}
