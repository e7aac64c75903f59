package org.nangospring.client.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.function.FunctionConfig;
import org.nangospring.client.function.IntegrationFunctions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions: syncs and actions as they were deployed.
 */
final class FunctionOperations {

	private static final String CONFIG = """
			[{"providerConfigKey":"github","provider":"github-app","new_field":1,
			"syncs":[{"id":11,"name":"issues","type":"sync","description":"All issues","enabled":true,
			"runs":"every day","track_deletes":true,"auto_start":false,"is_public":true,"pre_built":false,
			"last_deployed":"2026-01-02T03:04:05.678Z","version":"1.0.0","source":"repo","sdk_version":"0.71.4",
			"input":null,"returns":["Issue"],"scopes":["repo"],"endpoints":[{"method":"GET","path":"/issues"}],
			"models":[{"name":"Issue"}],"webhookSubscriptions":["push"],"features":["checkpoints"],
			"json_schema":{"definitions":{}},"attributes":{"a":1},"new_field":2}],
			"actions":[{"name":"create-issue","type":"action","input":"ActionInput","returns":"Issue"}],
			"on-events":[{"name":"after-connection"}]},
			{"providerConfigKey":"slack"}]""";

	private FunctionOperations() {
	}

	static List<Operation> all() {
		return List.of(Operation.of("functions.scriptsConfig", "of all integrations")
			.blocking((nango) -> nango.functions().scriptsConfig())
			.reactive((nango) -> nango.functions().scriptsConfig())
			.sends("GET", "/scripts/config?format=nango")
			.safe()
			.expects(Operation.Expects.ARRAY)
			.answered(200, CONFIG)
			.checks(FunctionOperations::isConfig));
	}

	private static void isConfig(@Nullable Object result) {
		List<?> list = (List<?>) Objects.requireNonNull(result);
		assertThat(list).hasSize(2);
		IntegrationFunctions github = (IntegrationFunctions) list.get(0);
		assertThat(github.integrationId()).isEqualTo("github");
		assertThat(github.provider()).isEqualTo("github-app");
		assertThat(github.onEvents()).containsExactly(Map.of("name", "after-connection"));
		assertThat(github.additionalProperties()).isEqualTo(Map.of("new_field", 1));
		assertThat(github.syncs()).singleElement().satisfies(FunctionOperations::isSync);
		assertThat(github.actions()).singleElement().satisfies((action) -> {
			assertThat(action.name()).isEqualTo("create-issue");
			assertThat(action.input()).isEqualTo("ActionInput");
			assertThat(action.returns()).containsExactly("Issue");
			assertThat(action.id()).isNull();
			assertThat(action.enabled()).isNull();
			assertThat(action.lastDeployed()).isNull();
			assertThat(action.scopes()).isEmpty();
		});
		IntegrationFunctions slack = (IntegrationFunctions) list.get(1);
		assertThat(slack.provider()).isNull();
		assertThat(slack.syncs()).isEmpty();
		assertThat(slack.actions()).isEmpty();
		assertThat(slack.onEvents()).isEmpty();
	}

	private static void isSync(FunctionConfig sync) {
		assertThat(sync.id()).isEqualTo(11L);
		assertThat(sync.name()).isEqualTo("issues");
		assertThat(sync.type()).isEqualTo("sync");
		assertThat(sync.description()).isEqualTo("All issues");
		assertThat(sync.enabled()).isTrue();
		assertThat(sync.runs()).isEqualTo("every day");
		assertThat(sync.trackDeletes()).isTrue();
		assertThat(sync.autoStart()).isFalse();
		assertThat(sync.isPublic()).isTrue();
		assertThat(sync.preBuilt()).isFalse();
		assertThat(sync.lastDeployed()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
		assertThat(sync.version()).isEqualTo("1.0.0");
		assertThat(sync.source()).isEqualTo("repo");
		assertThat(sync.sdkVersion()).isEqualTo("0.71.4");
		assertThat(sync.input()).isNull();
		assertThat(sync.returns()).containsExactly("Issue");
		assertThat(sync.scopes()).containsExactly("repo");
		assertThat(sync.endpoints()).containsExactly(Map.of("method", "GET", "path", "/issues"));
		assertThat(sync.models()).containsExactly(Map.of("name", "Issue"));
		assertThat(sync.webhookSubscriptions()).containsExactly("push");
		assertThat(sync.features()).containsExactly("checkpoints");
		assertThat(sync.jsonSchema()).isEqualTo(Map.of("definitions", Map.of()));
		assertThat(sync.attributes()).isEqualTo(Map.of("a", 1));
		assertThat(sync.additionalProperties()).isEqualTo(Map.of("new_field", 2));
	}

}
