package org.nangospring.client.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.nangospring.client.connect.ConnectSession;
import org.nangospring.client.connect.ConnectSessionInfo;
import org.nangospring.client.connect.ConnectSessionSettings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connect sessions.
 */
final class ConnectSessionOperations {

	static final String TOKEN = "nango_connect_session_1";

	private static final String SESSION = """
			{"data":{"token":"nango_connect_session_1","expires_at":"2026-01-02T03:34:05.678Z","new_field":1,
			"connect_link":"https://connect.test/?session_token=nango_connect_session_1"}}""";

	private ConnectSessionOperations() {
	}

	static List<Operation> all() {
		return List.of(create(), createWithEverything(), reconnect(), reconnectWithSettings(), get(), delete());
	}

	private static Operation create() {
		return Operation.of("connectSessions.create", "for a user with a tag")
			.blocking((nango) -> nango.connectSessions().create((session) -> session.tag("user", "u-1")))
			.reactive((nango) -> nango.connectSessions().create((session) -> session.tag("user", "u-1")))
			.sends("POST", "/connect/sessions")
			.body("""
					{"tags":{"user":"u-1"}}""")
			.answered(201, SESSION)
			.checks(ConnectSessionOperations::isSession);
	}

	private static Operation createWithEverything() {
		return Operation.of("connectSessions.create", "with everything")
			.blocking((nango) -> nango.connectSessions().create(ConnectSessionOperations::everything))
			.reactive((nango) -> nango.connectSessions().create(ConnectSessionOperations::everything))
			.sends("POST", "/connect/sessions")
			.body("""
					{"allowed_integrations":["github","slack"],"webhook_url_override":"https://hooks.test/2",
					"end_user":{"id":"u-1","email":"u@acme.test","display_name":"Uma","tags":{"plan":"pro"}},
					"organization":{"id":"org-1","display_name":"Acme"},"tags":{"team":"core","note":""},
					"integrations_config_defaults":{"github":{"user_scopes":"repo","authorization_params":{
					"prompt":"consent"},"connection_config":{"region":"eu"}}},
					"overrides":{"github":{"docs_connect":"https://docs.test/1"}}}""")
			.answered(201, SESSION)
			.checks(ConnectSessionOperations::isSession);
	}

	private static void everything(ConnectSessionSettings session) {
		session.allowedIntegrations("github", "slack")
			.webhookUrlOverride("https://hooks.test/2")
			.endUser("u-1", (user) -> user.email("u@acme.test").displayName("Uma").tag("plan", "pro"))
			.organization("org-1", "Acme")
			.tag("team", "core")
			.tag("note", "")
			.integrationDefaults("github",
					(preset) -> preset.userScopes("repo")
						.authorizationParam("prompt", "consent")
						.connectionConfig("region", "eu"))
			.docsConnect("github", "https://docs.test/1");
	}

	private static Operation reconnect() {
		return Operation.of("connectSessions.reconnect", "as it is")
			.blocking((nango) -> nango.connectSessions().reconnect("github", "conn-1"))
			.reactive((nango) -> nango.connectSessions().reconnect("github", "conn-1"))
			.sends("POST", "/connect/sessions/reconnect")
			.body("""
					{"integration_id":"github","connection_id":"conn-1"}""")
			.answered(201, SESSION)
			.checks(ConnectSessionOperations::isSession);
	}

	private static Operation reconnectWithSettings() {
		return Operation.of("connectSessions.reconnect", "with settings")
			.blocking((nango) -> nango.connectSessions()
				.reconnect("github", "conn-1", (session) -> session.tag("team", "core")))
			.reactive((nango) -> nango.connectSessions()
				.reconnect("github", "conn-1", (session) -> session.tag("team", "core")))
			.sends("POST", "/connect/sessions/reconnect")
			.body("""
					{"integration_id":"github","connection_id":"conn-1","tags":{"team":"core"}}""")
			.answered(201, SESSION)
			.checks(ConnectSessionOperations::isSession);
	}

	private static Operation get() {
		return Operation.of("connectSessions.get", "with its token")
			.blocking((nango) -> nango.connectSessions().get(TOKEN))
			.reactive((nango) -> nango.connectSessions().get(TOKEN))
			.sends("GET", "/connect/session")
			.bearer(TOKEN)
			.safe()
			.answered(200, """
					{"data":{"allowed_integrations":["github"],"integrations_config_defaults":{"github":{
					"connection_config":{"region":"eu"}}},"endUser":{"id":"u-1","email":"u@acme.test",
					"organization":{"id":"org-1"}},"connectUISettings":{"showWatermark":true},"websocketsPath":"/"}}""")
			.checks((result) -> assertThat(result).isInstanceOfSatisfying(ConnectSessionInfo.class, (session) -> {
				assertThat(session.allowedIntegrations()).containsExactly("github");
				assertThat(session.integrationsConfigDefaults())
					.isEqualTo(Map.of("github", Map.of("connection_config", Map.of("region", "eu"))));
				assertThat(Objects.requireNonNull(session.endUser())).containsEntry("id", "u-1")
					.containsEntry("organization", Map.of("id", "org-1"));
				assertThat(session.connectUiSettings()).isEqualTo(Map.of("showWatermark", true));
				assertThat(session.additionalProperties()).isEqualTo(Map.of("websocketsPath", "/"));
			}));
	}

	private static Operation delete() {
		return Operation.of("connectSessions.delete", "with its token")
			.blockingVoid((nango) -> nango.connectSessions().delete(TOKEN))
			.reactive((nango) -> nango.connectSessions().delete(TOKEN))
			.sends("DELETE", "/connect/session")
			.bearer(TOKEN)
			.expects(Operation.Expects.SUCCESS)
			.answered(204, null)
			.checks((result) -> assertThat(result).isNull());
	}

	private static void isSession(@Nullable Object result) {
		assertThat(result).isInstanceOfSatisfying(ConnectSession.class, (session) -> {
			assertThat(session.token()).isEqualTo(TOKEN);
			assertThat(session.connectLink()).isEqualTo("https://connect.test/?session_token=" + TOKEN);
			assertThat(session.expiresAt()).isEqualTo(Instant.parse("2026-01-02T03:34:05.678Z"));
			assertThat(session.additionalProperties()).isEqualTo(Map.of("new_field", 1));
		});
	}

}
