package org.nangospring.sample.nango;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A connection from the consent that is going to be taken back to the one that lasts.
 */
class RevokedConsentTests {

	private static final String[] SLACK = { "Connection-Id", "acme-slack", "Provider-Config-Key", "slack" };

	private static final String CONNECTION = "/connections/acme-slack?provider_config_key=slack";

	private static final String PEOPLE = "/records?model=SlackUser&filter=added,updated";

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void everythingWorksUntilTheNextSync() {
		giveConsent("&revoke=true");
		assertThat(this.caller.get(CONNECTION).status()).isEqualTo(200);
		assertThat(errors()).isEmpty();
		assertThat(people().path("status").asString()).isEqualTo("SUCCESS");
	}

	@Test
	void nextSyncFailsAndKeepsTheRecords() {
		giveConsent("&revoke=true");
		runSyncs();
		JsonNode sync = people();
		assertThat(sync.path("status").asString()).isEqualTo("ERROR");
		assertThat(sync.path("latestExecutionStatus").asString()).isEqualTo("STOPPED");
		assertThat(sync.path("latestResult")).isEmpty();
		assertThat(sync.at("/recordCount/SlackUser").asInt()).isEqualTo(24);
		assertThat(this.caller.get(PEOPLE, SLACK).at("/records")).hasSize(24);
		assertThat(errors().valueStream().map((error) -> error.path("type").asString())).containsExactly("auth", "sync",
				"sync");
	}

	@Test
	void otherCallsFailAsWell() {
		giveConsent("&revoke=true");
		runSyncs();
		assertThat(this.caller.get(CONNECTION).status()).isEqualTo(424);
		assertThat(this.caller.get("/proxy/users.list", SLACK).text("/error/code"))
			.isEqualTo("connection_refresh_backoff");
		Caller.Reply action = this.caller.json("POST", "/action/trigger",
				"{'action_name':'send-message','input':{'channel':'general','text':'Hello'}}", SLACK);
		assertThat(action.status()).isEqualTo(424);
		assertThat(action.at("/error/upstream/status").asInt()).isEqualTo(424);
	}

	@Test
	void consentGivenAgainEndsTheErrorsWithTheNextSync() {
		giveConsent("&revoke=true");
		runSyncs();
		giveConsent("");
		assertThat(this.caller.get(CONNECTION).status()).isEqualTo(200);
		assertThat(errors().valueStream().map((error) -> error.path("type").asString())).containsOnly("sync");
		runSyncs();
		assertThat(errors()).isEmpty();
		assertThat(people().path("status").asString()).isEqualTo("SUCCESS");
		assertThat(this.caller.get(PEOPLE, SLACK).at("/records")).hasSize(25);
	}

	@Test
	void newConnectionFetchesEverythingBeforeItsConsentIsTakenBack() {
		String token = this.caller.json("POST", "/connect/sessions", "{'allowed_integrations':['google-drive']}")
			.text("/data/token");
		post("session_token=" + token + "&integration=google-drive&account=acme&revoke=true");
		String connection = this.caller.get("/connections?integrationId=google-drive")
			.text("/connections/0/connection_id");
		this.caller.clock().advance(Duration.ofSeconds(2));
		assertThat(files(connection).path("status").asString()).isEqualTo("SUCCESS");
		this.caller.clock().advance(Duration.ofHours(1).plusSeconds(2));
		assertThat(files(connection).path("status").asString()).isEqualTo("ERROR");
		assertThat(files(connection).at("/recordCount/Document").asInt()).isEqualTo(30);
	}

	@Test
	void keyOfAnApiLasts() {
		String token = this.caller
			.json("POST", "/connect/sessions/reconnect", "{'connection_id':'acme-notion','integration_id':'notion'}")
			.text("/data/token");
		assertThat(this.caller.send(this.caller.anonymous("/connect-ui?session_token=" + token).GET()).body())
			.doesNotContain("name=\"revoke\"");
		token = this.caller
			.json("POST", "/connect/sessions/reconnect", "{'connection_id':'acme-slack','integration_id':'slack'}")
			.text("/data/token");
		assertThat(this.caller.send(this.caller.anonymous("/connect-ui?session_token=" + token).GET()).body())
			.contains("name=\"revoke\"", "Take the consent back at the next sync");
	}

	private void giveConsent(String fields) {
		String token = this.caller
			.json("POST", "/connect/sessions/reconnect", "{'connection_id':'acme-slack','integration_id':'slack'}")
			.text("/data/token");
		post("session_token=" + token + fields);
	}

	private void post(String form) {
		Caller.Reply reply = this.caller
			.send(this.caller.anonymous("/connect-ui", "Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form)));
		assertThat(reply.status()).isEqualTo(200);
	}

	private void runSyncs() {
		this.caller.json("POST", "/sync/trigger",
				"{'provider_config_key':'slack','connection_id':'acme-slack','syncs':[]}");
		this.caller.clock().advance(Duration.ofSeconds(2));
	}

	private JsonNode errors() {
		return this.caller.get("/connections?connectionId=acme-slack").at("/connections/0/errors");
	}

	private JsonNode people() {
		return this.caller.get("/sync/status?provider_config_key=slack&connection_id=acme-slack&syncs=slack-users")
			.at("/syncs/0");
	}

	private JsonNode files(String connection) {
		return this.caller.get("/sync/status?provider_config_key=google-drive&connection_id=" + connection + "&syncs=*")
			.at("/syncs/0");
	}

}
