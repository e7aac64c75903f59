package org.nangospring.client.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.nangospring.client.function.Deployment;
import org.nangospring.client.function.FunctionSource;
import org.nangospring.client.function.FunctionType;
import org.nangospring.client.function.RunState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deployments of functions.
 */
final class DeploymentOperations {

	private static final Duration TIMEOUT = Duration.ofSeconds(55);

	static final String RUNNING = """
			{"id":"p-1","status":"running","integration_id":"github","function_name":"issues","function_type":"sync",
			"created_at":"2026-01-02T03:04:05.678Z"}""";

	static final String FAILED = """
			{"id":"p-1","status":"failed","integration_id":"github","function_name":"issues","function_type":"sync",
			"created_at":"2026-01-02T03:04:05.678Z","updated_at":"2026-01-02T03:04:09.678Z",
			"started_at":"2026-01-02T03:04:06.678Z","completed_at":"2026-01-02T03:04:08.678Z","duration_ms":2000,
			"output":"log line","deployed":false,"deployed_functions":[{"name":"issues","version":"1"}],
			"error":{"code":"compilation_error","message":"Line 3","payload":{"line":3},"new_field":2},"new_field":1}""";

	private DeploymentOperations() {
	}

	static List<Operation> all() {
		FunctionSource code = FunctionSource.code("issues", FunctionType.SYNC, "export default 1")
			.withVersion("1.2.0")
			.allowDestructive();
		FunctionSource template = FunctionSource.template("issues");
		FunctionSource typed = FunctionSource.template("issues", FunctionType.ACTION);
		return List.of(start("of code", code, """
				{"integration_id":"github","type":"function","function_name":"issues","function_type":"sync",
				"code":"export default 1","version":"1.2.0","allow_destructive":true}"""),
				start("of a template", template, """
						{"integration_id":"github","type":"template","template":"issues"}"""),
				start("of a template of a type", typed, """
						{"integration_id":"github","type":"template","template":"issues","function_type":"action"}"""),
				question("one").blocking((nango) -> nango.functions().deployments().get("p-1"))
					.reactive((nango) -> nango.functions().deployments().get("p-1")),
				question("one, awaited").blocking((nango) -> nango.functions().deployments().await("p-1", TIMEOUT))
					.reactive((nango) -> nango.functions().deployments().await("p-1", TIMEOUT)));
	}

	private static Operation start(String description, FunctionSource source, String body) {
		return Operation.of("deployments.start", description)
			.blocking((nango) -> nango.functions().deployments().start("github", source))
			.reactive((nango) -> nango.functions().deployments().start("github", source))
			.sends("POST", "/functions/deployments")
			.body(body)
			.answered(202, RUNNING)
			.checks((result) -> assertThat(result).isInstanceOfSatisfying(Deployment.class, (deployment) -> {
				assertThat(deployment.id()).isEqualTo("p-1");
				assertThat(deployment.status()).isEqualTo(RunState.RUNNING);
				assertThat(deployment.deployed()).isNull();
				assertThat(deployment.deployedFunctions()).isEmpty();
				assertThat(deployment.error()).isNull();
			}));
	}

	private static Operation question(String description) {
		return Operation.of("deployments.get", description)
			.sends("GET", "/functions/deployments/p-1")
			.safe()
			.answered(200, FAILED)
			.checks(DeploymentOperations::isFailed);
	}

	private static void isFailed(@Nullable Object result) {
		assertThat(result).isInstanceOfSatisfying(Deployment.class, (deployment) -> {
			assertThat(deployment.id()).isEqualTo("p-1");
			assertThat(deployment.status()).isEqualTo(RunState.FAILED);
			assertThat(deployment.integrationId()).isEqualTo("github");
			assertThat(deployment.functionName()).isEqualTo("issues");
			assertThat(deployment.functionType()).isEqualTo(FunctionType.SYNC);
			assertThat(deployment.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
			assertThat(deployment.updatedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:09.678Z"));
			assertThat(deployment.startedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:06.678Z"));
			assertThat(deployment.completedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:08.678Z"));
			assertThat(deployment.durationMs()).isEqualTo(2000L);
			assertThat(deployment.output()).isEqualTo("log line");
			assertThat(deployment.deployed()).isFalse();
			assertThat(deployment.deployedFunctions()).containsExactly(Map.of("name", "issues", "version", "1"));
			DryRunOperations.isError(deployment.error());
			assertThat(deployment.additionalProperties()).isEqualTo(Map.of("new_field", 1));
		});
	}

}
