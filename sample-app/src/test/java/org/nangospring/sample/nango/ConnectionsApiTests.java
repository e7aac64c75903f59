package org.nangospring.sample.nango;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionsApiTests {

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void newestConnectionComesFirst() {
		assertThat(ids("")).containsExactly("acme-notion", "globex-slack-revoked", "acme-slack", "globex-github",
				"acme-github", "globex-hubspot", "acme-hubspot");
	}

	@Test
	void rowsSayCreatedAndHaveNoCredentials() {
		Caller.Reply reply = this.caller.get("/connections?connectionId=acme-github");
		assertThat(reply.text("/connections/0/created")).isEqualTo("2026-05-23T10:00:00.000+00:00");
		assertThat(reply.at("/connections/0").has("credentials")).isFalse();
		assertThat(reply.at("/connections/0").has("created_at")).isFalse();
		assertThat(reply.text("/connections/0/end_user/email")).isEqualTo("ada@acme.example");
		assertThat(reply.text("/connections/0/tags/end_user_id")).isEqualTo("user-ada");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "?search=GITHUB | globex-github,acme-github", "?search=ada@ | acme-slack,acme-github",
					"?integrationId=github,notion | acme-notion,globex-github,acme-github",
					"?tags%5Bplan%5D=pro&tags%5BTeam%5D=support | acme-notion,acme-slack",
					"?endUserId=user-hank | globex-github,globex-hubspot", "?connectionId=acme-slack | acme-slack",
					"?limit=2&page=1 | acme-slack,globex-github", "?limit=2&page=2 | acme-github,globex-hubspot" })
	void listCanBeNarrowed(String query, String expected) {
		assertThat(ids(query)).containsExactly(expected.split(","));
	}

	@Test
	void pageBehindTheEndIsEmpty() {
		assertThat(ids("?limit=2&page=99")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "foo=bar | unrecognized_keys", "limit=2001 | too_big", "limit=0 | too_small",
					"limit=abc | invalid_type", "tags=plan | invalid_type",
					"integrationId=github&integrationId=slack | invalid_type" })
	void wrongQueryIsRefused(String query, String code) {
		Caller.Reply reply = this.caller.get("/connections?" + query);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("invalid_query_params");
		assertThat(reply.text("/error/errors/0/code")).isEqualTo(code);
	}

	@Test
	void singleConnectionHasCredentialsWithoutTheRefreshToken() {
		Caller.Reply reply = this.caller.get("/connections/acme-github?provider_config_key=github");
		assertThat(reply.text("/credentials/type")).isEqualTo("OAUTH2");
		assertThat(reply.text("/credentials/access_token")).isEqualTo("fake-access-token.acme.1");
		assertThat(reply.text("/credentials/expires_at")).isEqualTo("2026-06-01T18:00:00.000Z");
		assertThat(reply.body()).doesNotContain("refresh_token");
		assertThat(reply.text("/metadata/repository")).isEqualTo("acme/widgets");
		assertThat(reply.at("/webhook_url_override").isNull()).isTrue();
		assertThat(reply.text("/last_fetched_at")).isEqualTo("2026-06-01T10:00:00.000+00:00");
		assertThat(reply.json().has("created")).isFalse();
	}

	@Test
	void refreshTokenIsThereWhenAskedFor() {
		Caller.Reply reply = this.caller.get(
				"/connections/acme-github?provider_config_key=github&refresh_token=true&refresh_github_app_jwt_token=false");
		assertThat(reply.text("/credentials/refresh_token")).isEqualTo("fake-refresh-token.acme");
		assertThat(reply.text("/credentials/raw/refresh_token")).isEqualTo("fake-refresh-token.acme");
	}

	@Test
	void forcedRefreshMakesANewToken() {
		this.caller.clock().advance(Duration.ofHours(1));
		Caller.Reply reply = this.caller.get("/connections/acme-github?provider_config_key=github&force_refresh=true");
		assertThat(reply.text("/credentials/access_token")).isEqualTo("fake-access-token.acme.2");
		assertThat(reply.text("/credentials/expires_at")).isEqualTo("2026-06-01T19:00:00.000Z");
	}

	@Test
	void expiredTokenIsRefreshed() {
		this.caller.clock().advance(Duration.ofHours(9));
		assertThat(this.caller.get("/connections/acme-github?provider_config_key=github")
			.text("/credentials/access_token")).isEqualTo("fake-access-token.acme.2");
	}

	@Test
	void apiKeyConnectionHasItsKey() {
		assertThat(this.caller.get("/connections/acme-notion?provider_config_key=notion").at("/credentials"))
			.hasToString("{\"type\":\"API_KEY\",\"apiKey\":\"fake-api-key.acme\"}");
	}

	@Test
	void failedRefreshIsRefusedAndThenBacksOff() {
		String path = "/connections/globex-slack-revoked?provider_config_key=slack";
		Caller.Reply first = this.caller.get(path);
		Caller.Reply second = this.caller.get(path);
		this.caller.clock().advance(Duration.ofMinutes(10));
		Caller.Reply later = this.caller.get(path);
		assertThat(first.status()).isEqualTo(400);
		assertThat(first.text("/error/code")).isEqualTo("invalid_credentials");
		assertThat(first.text("/error/payload/connection/connection_id")).isEqualTo("globex-slack-revoked");
		assertThat(first.at("/error/payload/connection/credentials").isEmpty()).isTrue();
		assertThat(first.text("/error/payload/connection/errors/0/type")).isEqualTo("auth");
		assertThat(second.status()).isEqualTo(424);
		assertThat(second.text("/error/code")).isEqualTo("invalid_credentials");
		assertThat(later.status()).isEqualTo(400);
	}

	@Test
	void unknownConnectionIsNotFound() {
		Caller.Reply reply = this.caller.get("/connections/a%2Fb?provider_config_key=github");
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.text("/error/message")).isEqualTo("Failed to find connection");
	}

	@Test
	void unknownIntegrationIsABadRequest() {
		Caller.Reply reply = this.caller.get("/connections/acme-github?provider_config_key=nope");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("unknown_provider_config");
	}

	@Test
	void integrationMustBeNamed() {
		Caller.Reply reply = this.caller.get("/connections/acme-github");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/errors/0/path/0")).isEqualTo("provider_config_key");
	}

	@Test
	void idWithAForbiddenCharacterIsRefused() {
		Caller.Reply reply = this.caller.get("/connections/a%23b?provider_config_key=github");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("invalid_uri_params");
	}

	@Test
	void tagsAndUserCanBeChanged() {
		String path = "/connections/acme-github?provider_config_key=github";
		assertThat(this.caller.json("PATCH", path, "{'tags':{'Project':'Beta'}}").body())
			.isEqualTo("{\"success\":true}");
		assertThat(this.caller.get(path).at("/tags")).hasToString("{\"project\":\"Beta\"}");
		assertThat(this.caller.json("PATCH", path, "{}").status()).isEqualTo(200);
		assertThat(this.caller.get(path).at("/tags")).hasSize(1);
		this.caller.json("PATCH", path, "{'tags':{},'end_user':{'id':'u7'}}");
		assertThat(this.caller.get(path).at("/tags")).hasToString("{\"end_user_id\":\"u7\"}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "nope?provider_config_key=github | {} | 404 | not_found",
					"acme-github | {} | 400 | invalid_query_params",
					"acme-github?provider_config_key=github | {\"credentials\":{}} | 400 | invalid_body",
					"acme-github?provider_config_key=github | {\"tags\":{\"bad key!\":\"x\"}} | 400 | invalid_body" })
	void wrongChangesAreRefused(String path, String body, int status, String code) {
		Caller.Reply reply = this.caller.json("PATCH", "/connections/" + path, body);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.text("/error/code")).isEqualTo(code);
	}

	@Test
	void deletedConnectionIsGone() {
		String path = "/connections/acme-github?provider_config_key=github";
		assertThat(this.caller.delete(path).body()).isEqualTo("{\"success\":true}");
		assertThat(this.caller.get(path).status()).isEqualTo(404);
		Caller.Reply again = this.caller.delete(path);
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.body()).isEqualTo("{\"error\":{\"code\":\"unknown_connection\"}}");
		assertThat(this.caller.get("/records?model=GithubIssue", Caller.ACME_GITHUB).status()).isEqualTo(400);
	}

	private List<String> ids(String query) {
		return this.caller.get("/connections" + query)
			.at("/connections")
			.valueStream()
			.map((row) -> row.path("connection_id").asString())
			.toList();
	}

}
