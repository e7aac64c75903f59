package org.nangospring.sample.nango;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IntegrationsApiTests {

	private static final String SLACK_TWO = "{'provider':'slack','unique_key':'slack-two','display_name':'Second',"
			+ "'credentials':{'type':'OAUTH2','client_id':'fake','client_secret':'fake','scopes':''}}";

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void listsTheSeededIntegrations() {
		Caller.Reply reply = this.caller.get("/integrations");
		assertThat(reply.at("/data").valueStream().map((row) -> row.path("unique_key").asString()))
			.containsExactly("github", "google-drive", "hubspot", "notion", "slack");
		assertThat(reply.text("/data/0/provider")).isEqualTo("github");
		assertThat(reply.text("/data/0/logo"))
			.isEqualTo(this.caller.nango().host() + "/images/template-logos/github.svg");
		assertThat(reply.text("/data/0/created_at")).isEqualTo("2026-05-02T10:00:00.000Z");
	}

	@Test
	void unknownQueryParameterIsRefused() {
		Caller.Reply reply = this.caller.get("/integrations?foo=1");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body()).isEqualTo("{\"error\":{\"code\":\"invalid_query_params\",\"errors\":[{\"code\":"
				+ "\"unrecognized_keys\",\"message\":\"Unrecognized key: \\\"foo\\\"\",\"path\":[]}]}}");
	}

	@Test
	void plainGetKeepsTheCredentialsBack() {
		Caller.Reply reply = this.caller.get("/integrations/github");
		assertThat(reply.at("/data").has("credentials")).isFalse();
		assertThat(reply.at("/data").has("webhook_url")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "include=webhook&include=credentials", "include%5B%5D=webhook&include%5B%5D=credentials" })
	void includesAreRepeatedOrBracketed(String query) {
		Caller.Reply reply = this.caller.get("/integrations/github?" + query);
		assertThat(reply.text("/data/credentials/client_id")).isEqualTo("fake-client-id");
		assertThat(reply.at("/data/credentials/webhook_secret").isNull()).isTrue();
		assertThat(reply.text("/data/webhook_url")).startsWith(this.caller.nango().host() + "/webhook/");
	}

	@Test
	void includesOfAnApiKeyIntegrationAreNull() {
		Caller.Reply reply = this.caller.get("/integrations/notion?include=webhook&include=credentials");
		assertThat(reply.at("/data/credentials").isNull()).isTrue();
		assertThat(reply.at("/data/webhook_url").isNull()).isTrue();
	}

	@Test
	void includesWithACommaAreRefused() {
		Caller.Reply reply = this.caller.get("/integrations/github?include=webhook,credentials");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/errors/0/code")).isEqualTo("invalid_union");
		assertThat(reply.text("/error/errors/0/path/0")).isEqualTo("include");
	}

	@Test
	void unknownIntegrationIsNotFound() {
		Caller.Reply reply = this.caller.get("/integrations/nope");
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.text("/error/code")).isEqualTo("not_found");
		assertThat(reply.text("/error/message")).isEqualTo("Integration \"nope\" does not exist");
	}

	@Test
	void createdIntegrationCanBeReadRenamedAndDeleted() {
		Caller.Reply created = this.caller.json("POST", "/integrations", SLACK_TWO);
		assertThat(created.status()).isEqualTo(200);
		assertThat(created.text("/data/display_name")).isEqualTo("Second");
		Caller.Reply renamed = this.caller.json("PATCH", "/integrations/slack-two",
				"{'unique_key':'slack-three','forward_webhooks':false}");
		assertThat(renamed.text("/data/unique_key")).isEqualTo("slack-three");
		assertThat(renamed.text("/data/display_name")).isEqualTo("Second");
		assertThat(this.caller.get("/integrations/slack-three").at("/data/forward_webhooks").asBoolean()).isFalse();
		Caller.Reply deleted = this.caller.delete("/integrations/slack-three");
		assertThat(deleted.status()).isEqualTo(200);
		assertThat(deleted.at("/success").asBoolean()).isTrue();
		Caller.Reply again = this.caller.delete("/integrations/slack-three");
		assertThat(again.status()).isEqualTo(404);
		assertThat(again.text("/error/message")).isEqualTo("Integration does not exist");
	}

	@Test
	void missingFieldsAreAllReported() {
		Caller.Reply reply = this.caller.json("POST", "/integrations", "{}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("invalid_body");
		assertThat(reply.at("/error/errors").size()).isEqualTo(2);
		assertThat(reply.text("/error/errors/0/message"))
			.isEqualTo("Invalid input: expected string, received undefined");
		assertThat(reply.text("/error/errors/1/path/0")).isEqualTo("unique_key");
	}

	@Test
	void keyCanBeTakenOnlyOnce() {
		this.caller.json("POST", "/integrations", SLACK_TWO);
		Caller.Reply reply = this.caller.json("POST", "/integrations", SLACK_TWO);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/errors/0/message")).isEqualTo("Unique key already exists");
	}

	@Test
	void oauthNeedsCredentialsOfItsOwnKind() {
		assertThat(this.caller.json("POST", "/integrations", "{'provider':'slack','unique_key':'x'}")
			.text("/error/message")).isEqualTo("Missing credentials");
		assertThat(this.caller
			.json("POST", "/integrations", "{'provider':'slack','unique_key':'x','credentials':{'type':'APP'}}")
			.text("/error/message")).isEqualTo("incompatible credentials auth type and provider auth");
	}

	@Test
	void integrationInUseKeepsItsKey() {
		Caller.Reply reply = this.caller.json("PATCH", "/integrations/github", "{'unique_key':'hub'}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(this.caller.get("/integrations/github").status()).isEqualTo(200);
	}

	@Test
	void emptyDisplayNameIsRefused() {
		Caller.Reply reply = this.caller.json("PATCH", "/integrations/github", "{'display_name':''}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/errors/0/code")).isEqualTo("too_small");
	}

	@Test
	void deletingAnIntegrationTakesItsConnectionsAlong() {
		this.caller.delete("/integrations/github");
		assertThat(this.caller.get("/connections?integrationId=github").at("/connections").size()).isZero();
		assertThat(this.caller.get("/connections").at("/connections").size()).isEqualTo(5);
	}

}
