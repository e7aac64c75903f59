package org.nangospring.client.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.connection.Connection;
import org.nangospring.client.connection.ConnectionError;
import org.nangospring.client.connection.ConnectionSummary;
import org.nangospring.client.connection.EndUser;
import org.nangospring.client.connection.NewConnection;
import org.nangospring.client.connection.NewCredentials;
import org.nangospring.client.connection.OAuth2Credentials;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connections, but for their metadata.
 */
final class ConnectionOperations {

	private static final String COMMON = """
			"id":12,"connection_id":"conn-1","provider_config_key":"github","provider":"github-app",
			"errors":[{"type":"auth","log_id":"log-1"}],"end_user":{"id":"u-1","email":"u@acme.test",
			"display_name":"Uma","tags":{"plan":"pro"},"organization":{"id":"org-1","display_name":"Acme"}},
			"tags":{"team":"core"},"metadata":{"lang":"de","depth":{"a":[1]}},"new_field":true""";

	static final String ONE = """
			{%s,"connection_config":{"region":"eu"},"webhook_url_override":"https://hooks.test/2",
			"created_at":"2026-01-02T03:04:05.678+00:00","updated_at":"2026-01-02T03:04:05.67Z",
			"last_fetched_at":"2026-01-03T00:00:00.123456Z","credentials":{"type":"OAUTH2",
			"access_token":"access-1","refresh_token":"refresh-1","expires_at":"2026-01-02T04:04:05.678Z",
			"raw":{"access_token":"access-1","scope":"repo"}}}""".formatted(COMMON);

	private ConnectionOperations() {
	}

	static List<Operation> all() {
		return List.of(list(), listByEverything(), stream(), get(), getWithOptions(), token(), rawTokenResponse(),
				upsert(), upsertWithEverything(), update(), await(), delete());
	}

	private static Operation list() {
		return Operation.of("connections.list", "the first page")
			.blocking((nango) -> nango.connections().list())
			.reactive((nango) -> nango.connections().list())
			.sends("GET", "/connections")
			.safe()
			.answered(200, many())
			.checks(ConnectionOperations::isListOfOne);
	}

	private static Operation listByEverything() {
		return Operation.of("connections.list", "by every condition")
			.blocking((nango) -> nango.connections()
				.list((query) -> query.connectionId("conn-1")
					.search("uma")
					.integrationIds("github", "slack")
					.tag("Organization_Id", "a&b=c")
					.endUser("u-1")
					.endUserOrganization("org-1")
					.limit(2)
					.page(0)))
			.reactive((nango) -> nango.connections()
				.list((query) -> query.connectionId("conn-1")
					.search("uma")
					.integrationIds("github", "slack")
					.tag("Organization_Id", "a&b=c")
					.endUser("u-1")
					.endUserOrganization("org-1")
					.limit(2)
					.page(0)))
			.sends("GET", "/connections?connectionId=conn-1&search=uma&integrationId=github%2Cslack"
					+ "&tags%5Borganization_id%5D=a%26b%3Dc&endUserId=u-1&endUserOrganizationId=org-1&limit=2&page=0")
			.safe()
			.answered(200, many())
			.checks(ConnectionOperations::isListOfOne);
	}

	private static Operation stream() {
		return Operation.of("connections.list", "all pages")
			.blocking((nango) -> nango.connections().stream((query) -> query.search("uma")))
			.reactive((nango) -> nango.connections().stream((query) -> query.search("uma")))
			.sends("GET", "/connections?search=uma&limit=1000&page=0")
			.safe()
			.answered(200, many())
			.checks(ConnectionOperations::isListOfOne);
	}

	private static Operation get() {
		return Operation.of("connections.get", "as it is")
			.blocking((nango) -> nango.connection("github", "conn-1").get())
			.reactive((nango) -> nango.connection("github", "conn-1").get())
			.sends("GET", "/connections/conn-1?provider_config_key=github")
			.safe()
			.answered(200, ONE)
			.checks(ConnectionOperations::isConnection);
	}

	private static Operation getWithOptions() {
		return Operation.of("connections.get", "with every option")
			.blocking((nango) -> nango.connection("github", "conn-1")
				.get((options) -> options.forceRefresh().includeRefreshToken().refreshGithubAppJwtToken()))
			.reactive((nango) -> nango.connection("github", "conn-1")
				.get((options) -> options.forceRefresh().includeRefreshToken().refreshGithubAppJwtToken()))
			.sends("GET",
					"/connections/conn-1?provider_config_key=github&force_refresh=true&refresh_token=true"
							+ "&refresh_github_app_jwt_token=true")
			.safe()
			.answered(200, ONE)
			.checks(ConnectionOperations::isConnection);
	}

	private static Operation token() {
		return Operation.of("connections.token", "of OAuth 2")
			.blocking((nango) -> nango.connection("github", "conn-1").token())
			.reactive((nango) -> nango.connection("github", "conn-1").token())
			.sends("GET", "/connections/conn-1?provider_config_key=github")
			.safe()
			.answered(200, ONE)
			.checks((result) -> assertThat(result).isEqualTo("access-1"));
	}

	private static Operation rawTokenResponse() {
		return Operation.of("connections.rawTokenResponse", "of OAuth 2")
			.blocking((nango) -> nango.connection("github", "conn-1").rawTokenResponse())
			.reactive((nango) -> nango.connection("github", "conn-1").rawTokenResponse())
			.sends("GET", "/connections/conn-1?provider_config_key=github")
			.safe()
			.answered(200, ONE)
			.checks((result) -> assertThat(result).isEqualTo(Map.of("access_token", "access-1", "scope", "repo")));
	}

	private static Operation upsert() {
		return Operation.of("connections.upsert", "under an id that Nango makes up")
			.blocking((nango) -> nango.connections().upsert("github", NewCredentials.oauth2("access-1")))
			.reactive((nango) -> nango.connections().upsert("github", NewCredentials.oauth2("access-1")))
			.sends("POST", "/connections")
			.body("""
					{"provider_config_key":"github","credentials":{"type":"OAUTH2","access_token":"access-1"}}""")
			.answered(201, ONE)
			.checks(ConnectionOperations::isConnection);
	}

	private static Operation upsertWithEverything() {
		NewCredentials credentials = NewCredentials.oauth2("access-1")
			.withRefreshToken("refresh-1")
			.withExpiresAt(Instant.parse("2026-01-02T04:04:05.678Z"))
			.withConfigOverride("client-1", "secret-1");
		return Operation.of("connections.upsert", "with everything, under an id of one's own")
			.blocking((nango) -> nango.connections().upsert("github", credentials, ConnectionOperations::everything))
			.reactive((nango) -> nango.connections().upsert("github", credentials, ConnectionOperations::everything))
			.sends("POST", "/connections")
			.body("""
					{"provider_config_key":"github","connection_id":"conn-1","tags":{"team":"core"},
					"metadata":{"lang":"de"},"connection_config":{"region":"eu"},
					"webhook_url_override":"https://hooks.test/2","credentials":{"type":"OAUTH2",
					"access_token":"access-1","refresh_token":"refresh-1","expires_at":"2026-01-02T04:04:05.678Z",
					"config_override":{"client_id":"client-1","client_secret":"secret-1"}}}""")
			.safe()
			.answered(201, ONE)
			.checks(ConnectionOperations::isConnection);
	}

	private static void everything(NewConnection connection) {
		connection.connectionId("conn-1")
			.tag("team", "core")
			.metadata(Map.of("lang", "de"))
			.connectionConfig(Map.of("region", "eu"))
			.webhookUrlOverride("https://hooks.test/2");
	}

	private static Operation update() {
		return Operation.of("connections.update", "its tags and its webhook address")
			.blockingVoid((nango) -> nango.connection("github", "conn-1")
				.update((settings) -> settings.tags(Map.of("team", "core")).webhookUrlOverride("https://hooks.test/2")))
			.reactive((nango) -> nango.connection("github", "conn-1")
				.update((settings) -> settings.tags(Map.of("team", "core")).webhookUrlOverride("https://hooks.test/2")))
			.sends("PATCH", "/connections/conn-1?provider_config_key=github")
			.body("""
					{"tags":{"team":"core"},"webhook_url_override":"https://hooks.test/2"}""")
			.safe()
			.expects(Operation.Expects.SUCCESS)
			.answered(200, """
					{"success":true}""")
			.checks((result) -> assertThat(result).isNull());
	}

	private static Operation await() {
		return Operation.of("connections.list", "until there is one")
			.blocking((nango) -> nango.connections().await((query) -> query.tag("user", "u-1"), Duration.ofSeconds(55)))
			.reactive((nango) -> nango.connections().await((query) -> query.tag("user", "u-1"), Duration.ofSeconds(55)))
			.sends("GET", "/connections?tags%5Buser%5D=u-1&limit=1")
			.safe()
			.answered(200, many())
			.checks((result) -> assertThat(result).isInstanceOfSatisfying(ConnectionSummary.class,
					ConnectionOperations::isSummary));
	}

	private static Operation delete() {
		return Operation.of("connections.delete", "one")
			.blockingVoid((nango) -> nango.connection("github", "conn-1").delete())
			.reactive((nango) -> nango.connection("github", "conn-1").delete())
			.sends("DELETE", "/connections/conn-1?provider_config_key=github")
			.expects(Operation.Expects.SUCCESS)
			.answered(200, """
					{"success":true}""")
			.checks((result) -> assertThat(result).isNull());
	}

	private static String many() {
		return """
				{"connections":[{%s,"created":"2026-01-02T03:04:05.678+00:00"}]}""".formatted(COMMON);
	}

	private static void isListOfOne(@Nullable Object result) {
		List<?> list = (List<?>) Objects.requireNonNull(result);
		assertThat(list).hasSize(1);
		assertThat(list.get(0)).isInstanceOfSatisfying(ConnectionSummary.class, ConnectionOperations::isSummary);
	}

	private static void isSummary(ConnectionSummary connection) {
		assertThat(connection.id()).isEqualTo(12L);
		assertThat(connection.connectionId()).isEqualTo("conn-1");
		assertThat(connection.integrationId()).isEqualTo("github");
		assertThat(connection.provider()).isEqualTo("github-app");
		assertThat(connection.tags()).isEqualTo(Map.of("team", "core"));
		assertThat(connection.metadata()).isEqualTo(Map.of("lang", "de", "depth", Map.of("a", List.of(1))));
		assertThat(connection.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
		assertThat(connection.additionalProperties()).isEqualTo(Map.of("new_field", true));
		assertThat(connection.errors()).extracting(ConnectionError::type, ConnectionError::logId)
			.containsExactly(Tuple.tuple("auth", "log-1"));
		EndUser user = Objects.requireNonNull(connection.endUser());
		assertThat(user.id()).isEqualTo("u-1");
		assertThat(user.email()).isEqualTo("u@acme.test");
		assertThat(user.displayName()).isEqualTo("Uma");
		assertThat(user.tags()).isEqualTo(Map.of("plan", "pro"));
		EndUser.Organization organization = Objects.requireNonNull(user.organization());
		assertThat(organization.id()).isEqualTo("org-1");
		assertThat(organization.displayName()).isEqualTo("Acme");
	}

	private static void isConnection(@Nullable Object result) {
		assertThat(result).isInstanceOfSatisfying(Connection.class, (connection) -> {
			isSummary(connection);
			assertThat(connection.connectionConfig()).isEqualTo(Map.of("region", "eu"));
			assertThat(connection.webhookUrlOverride()).isEqualTo("https://hooks.test/2");
			assertThat(connection.updatedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.670Z"));
			assertThat(connection.lastFetchedAt()).isEqualTo(Instant.parse("2026-01-03T00:00:00.123456Z"));
			assertThat(connection.credentials()).isInstanceOfSatisfying(OAuth2Credentials.class, (credentials) -> {
				assertThat(credentials.accessToken()).isEqualTo("access-1");
				assertThat(credentials.refreshToken()).isEqualTo("refresh-1");
				assertThat(credentials.expiresAt()).isEqualTo(Instant.parse("2026-01-02T04:04:05.678Z"));
				assertThat(credentials.raw()).containsEntry("scope", "repo");
			});
		});
	}

}
