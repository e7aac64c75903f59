package org.nangospring.client.operation;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.nangospring.client.environment.EnvironmentVariable;
import org.nangospring.client.environment.WebhookSigningKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The environment.
 */
final class EnvironmentOperations {

	private EnvironmentOperations() {
	}

	static List<Operation> all() {
		return List.of(Operation.of("environment.variables", "all")
			.blocking((nango) -> nango.environment().variables())
			.reactive((nango) -> nango.environment().variables())
			.sends("GET", "/environment-variables")
			.safe()
			.expects(Operation.Expects.ARRAY)
			.answered(200, """
					[{"name":"REGION","value":"eu"},{"name":"EMPTY","value":"","new_field":1}]""")
			.checks((result) -> {
				List<?> list = (List<?>) Objects.requireNonNull(result);
				assertThat(list).hasSize(2);
				assertThat(list.get(0)).isInstanceOfSatisfying(EnvironmentVariable.class, (variable) -> {
					assertThat(variable.name()).isEqualTo("REGION");
					assertThat(variable.value()).isEqualTo("eu");
					assertThat(variable.additionalProperties()).isEmpty();
				});
				assertThat(list.get(1)).isInstanceOfSatisfying(EnvironmentVariable.class, (variable) -> {
					assertThat(variable.value()).isEmpty();
					assertThat(variable.additionalProperties()).isEqualTo(Map.of("new_field", 1));
				});
			}), Operation.of("environment.rotateWebhookSigningKey", "once")
				.blocking((nango) -> nango.environment().rotateWebhookSigningKey())
				.reactive((nango) -> nango.environment().rotateWebhookSigningKey())
				.sends("POST", "/environment/webhook-signing-key/rotate")
				.answered(200, """
						{"data":{"webhook_signing_key":"signing-2","new_field":1}}""")
				.checks((result) -> assertThat(result).isInstanceOfSatisfying(WebhookSigningKey.class, (key) -> {
					assertThat(key.value()).isEqualTo("signing-2");
					assertThat(key.additionalProperties()).isEqualTo(Map.of("new_field", 1));
				})));
	}

}
