package org.nangospring.client.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.nangospring.client.environment.ApiKey;
import org.nangospring.client.environment.EnvironmentSettings;
import org.nangospring.client.environment.EnvironmentSummary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The environments of an account, and their keys.
 */
final class EnvironmentsOperations {

	private static final String STAGING = """
			{"data":{"id":3,"name":"staging","new_field":1}}""";

	private EnvironmentsOperations() {
	}

	static List<Operation> all() {
		return List.of(
				create("with nothing but its name", """
						{"name":"staging"}""").blocking((nango) -> nango.environments().create("staging"))
					.reactive((nango) -> nango.environments().create("staging")),
				create("with everything",
						"""
								{"name":"staging","is_production":false,"callback_url":"https://acme.test/callback","hmac_key":"hmac-1",
								"hmac_enabled":true,"slack_notifications":false,"otlp_endpoint":"https://otlp.test",
								"otlp_headers":[{"name":"X-A","value":"1"},{"name":"X-B","value":"2"}]}""")
					.blocking((nango) -> nango.environments().create("staging", EnvironmentsOperations::everything))
					.reactive((nango) -> nango.environments().create("staging", EnvironmentsOperations::everything)),
				Operation.of("environments.delete", "one")
					.blockingVoid((nango) -> nango.environments().delete(3))
					.reactive((nango) -> nango.environments().delete(3))
					.sends("DELETE", "/environments/3")
					.expects(Operation.Expects.SUCCESS)
					.answered(204, null)
					.checks((result) -> assertThat(result).isNull()),
				createApiKey(),
				Operation.of("environments.deleteApiKey", "one")
					.blockingVoid((nango) -> nango.environments().deleteApiKey(3, 10))
					.reactive((nango) -> nango.environments().deleteApiKey(3, 10))
					.sends("DELETE", "/environment/api-keys")
					.body("""
							{"environment_id":3,"key_id":10}""")
					.expects(Operation.Expects.SUCCESS)
					.answered(200, """
							{"success":true}""")
					.checks((result) -> assertThat(result).isNull()));
	}

	private static Operation create(String description, String body) {
		return Operation.of("environments.create", description)
			.sends("POST", "/environments")
			.body(body)
			.answered(200, STAGING)
			.checks(EnvironmentsOperations::isStaging);
	}

	private static void everything(EnvironmentSettings settings) {
		settings.production(false)
			.callbackUrl("https://acme.test/callback")
			.hmacKey("hmac-1")
			.hmacEnabled(true)
			.slackNotifications(false)
			.otlpEndpoint("https://otlp.test")
			.otlpHeader("X-A", "1")
			.otlpHeader("X-B", "2");
	}

	private static Operation createApiKey() {
		return Operation.of("environments.createApiKey", "one")
			.blocking((nango) -> nango.environments().createApiKey(3, "ci"))
			.reactive((nango) -> nango.environments().createApiKey(3, "ci"))
			.sends("POST", "/environment/api-keys")
			.body("""
					{"environment_id":3,"display_name":"ci"}""")
			.answered(200, """
					{"data":{"id":10,"display_name":"ci","scopes":["environment:*"],"secret":"key-10",
					"created_at":"2026-01-02T03:04:05.678Z","new_field":1}}""")
			.checks((result) -> assertThat(result).isInstanceOfSatisfying(ApiKey.class, (key) -> {
				assertThat(key.id()).isEqualTo(10);
				assertThat(key.displayName()).isEqualTo("ci");
				assertThat(key.scopes()).containsExactly("environment:*");
				assertThat(key.secret()).isEqualTo("key-10");
				assertThat(key.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
				assertThat(key.additionalProperties()).isEqualTo(Map.of("new_field", 1));
			}));
	}

	private static void isStaging(@Nullable Object result) {
		assertThat(result).isInstanceOfSatisfying(EnvironmentSummary.class, (environment) -> {
			assertThat(environment.id()).isEqualTo(3);
			assertThat(environment.name()).isEqualTo("staging");
			assertThat(environment.additionalProperties()).isEqualTo(Map.of("new_field", 1));
		});
	}

}
