package org.nangospring.client.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.nangospring.client.function.DryRun;
import org.nangospring.client.function.DryRunSettings;
import org.nangospring.client.function.FunctionError;
import org.nangospring.client.function.FunctionType;
import org.nangospring.client.function.RunState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dry runs of functions.
 */
final class DryRunOperations {

	private static final Duration TIMEOUT = Duration.ofSeconds(55);

	static final String WAITING = """
			{"id":"d-1","status":"waiting","integration_id":"github","function_type":"sync",
			"created_at":"2026-01-02T03:04:05.678Z"}""";

	static final String FAILED = """
			{"id":"d-1","status":"failed","integration_id":"github","function_type":"sync",
			"created_at":"2026-01-02T03:04:05.678Z","updated_at":"2026-01-02T03:04:09.678Z",
			"started_at":"2026-01-02T03:04:06.678Z","completed_at":"2026-01-02T03:04:08.678Z","duration_ms":2000,
			"output":"log line","result":{"a":[1]},"error":{"code":"compilation_error","message":"Line 3",
			"payload":{"line":3},"new_field":2},"new_field":1}""";

	private DryRunOperations() {
	}

	static List<Operation> all() {
		Consumer<DryRunSettings> settings = (run) -> run.input(Map.of("a", 1))
			.metadata(Map.of("lang", "de"))
			.checkpoint(Map.of("page", 2))
			.lastSyncDate(Instant.parse("2026-01-01T00:00:00Z"));
		return List.of(Operation.of("dryRuns.start", "with nothing")
			.blocking((nango) -> nango.functions().dryRuns().start("github", "conn-1", FunctionType.ACTION, "code"))
			.reactive((nango) -> nango.functions().dryRuns().start("github", "conn-1", FunctionType.ACTION, "code"))
			.sends("POST", "/functions/dryruns")
			.body("""
					{"integration_id":"github","connection_id":"conn-1","function_type":"action","code":"code"}""")
			.answered(202, WAITING)
			.checks((result) -> assertThat(result).isInstanceOf(DryRun.class)),
				Operation.of("dryRuns.start", "with everything")
					.blocking((nango) -> nango.functions()
						.dryRuns()
						.start("github", "conn-1", FunctionType.SYNC, "export default 1", settings))
					.reactive((nango) -> nango.functions()
						.dryRuns()
						.start("github", "conn-1", FunctionType.SYNC, "export default 1", settings))
					.sends("POST", "/functions/dryruns")
					.body("""
							{"integration_id":"github","connection_id":"conn-1","function_type":"sync",
							"code":"export default 1","input":{"a":1},"metadata":{"lang":"de"},"checkpoint":{"page":2},
							"last_sync_date":"2026-01-01T00:00:00Z"}""")
					.answered(202, WAITING)
					.checks((result) -> assertThat(result).isInstanceOfSatisfying(DryRun.class, (run) -> {
						assertThat(run.id()).isEqualTo("d-1");
						assertThat(run.status()).isEqualTo(RunState.WAITING);
						assertThat(run.startedAt()).isNull();
						assertThat(run.completedAt()).isNull();
						assertThat(run.durationMs()).isNull();
						assertThat(run.output()).isNull();
						assertThat(run.result()).isNull();
						assertThat(run.error()).isNull();
						assertThat(run.additionalProperties()).isEmpty();
					})),
				question("one").blocking((nango) -> nango.functions().dryRuns().get("d-1"))
					.reactive((nango) -> nango.functions().dryRuns().get("d-1")),
				question("one, awaited").blocking((nango) -> nango.functions().dryRuns().await("d-1", TIMEOUT))
					.reactive((nango) -> nango.functions().dryRuns().await("d-1", TIMEOUT)));
	}

	private static Operation question(String description) {
		return Operation.of("dryRuns.get", description)
			.sends("GET", "/functions/dryruns/d-1")
			.safe()
			.answered(200, FAILED)
			.checks(DryRunOperations::isFailed);
	}

	private static void isFailed(@Nullable Object result) {
		assertThat(result).isInstanceOfSatisfying(DryRun.class, (run) -> {
			assertThat(run.id()).isEqualTo("d-1");
			assertThat(run.status()).isEqualTo(RunState.FAILED);
			assertThat(run.integrationId()).isEqualTo("github");
			assertThat(run.functionType()).isEqualTo(FunctionType.SYNC);
			assertThat(run.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
			assertThat(run.updatedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:09.678Z"));
			assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:06.678Z"));
			assertThat(run.completedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:08.678Z"));
			assertThat(run.durationMs()).isEqualTo(2000L);
			assertThat(run.output()).isEqualTo("log line");
			assertThat(run.result()).isEqualTo(Map.of("a", List.of(1)));
			isError(run.error());
			assertThat(run.additionalProperties()).isEqualTo(Map.of("new_field", 1));
		});
	}

	static void isError(@Nullable FunctionError error) {
		FunctionError given = Objects.requireNonNull(error);
		assertThat(given.code()).isEqualTo("compilation_error");
		assertThat(given.message()).isEqualTo("Line 3");
		assertThat(given.payload()).isEqualTo(Map.of("line", 3));
		assertThat(given.additionalProperties()).isEqualTo(Map.of("new_field", 2));
	}

}
