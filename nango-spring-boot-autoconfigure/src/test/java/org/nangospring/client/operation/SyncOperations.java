package org.nangospring.client.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.sync.SyncResult;
import org.nangospring.client.sync.SyncState;
import org.nangospring.client.sync.SyncStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Syncs of all connections of an integration.
 */
final class SyncOperations {

	static final String SUCCESS = """
			{"success":true}""";

	static final String STATUS = """
			{"syncs":[{"id":"s-1","connection_id":"conn-1","name":"issues","variant":"eu","status":"RUNNING",
			"latestExecutionStatus":"SUCCESS","type":"INCREMENTAL","frequency":"every day",
			"finishedAt":"2026-01-02T03:04:05.678Z","nextScheduledSyncAt":"2026-01-03T03:04:05.678Z",
			"latestResult":{"Issue":{"added":1,"updated":2,"deleted":3,"pruned":4}},"recordCount":{"Issue":5000000000},
			"checkpoint":{"page":2},"new_field":"x"},
			{"id":"s-2","name":"users","status":"Sleeping","nextScheduledSyncAt":null,"checkpoint":null}]}""";

	private SyncOperations() {
	}

	static List<Operation> all() {
		return List.of(
				command("syncs.trigger", "two", "/sync/trigger", "\"issues\",\"users\"")
					.blockingVoid((nango) -> nango.syncs("github").trigger("issues", "users"))
					.reactive((nango) -> nango.syncs("github").trigger("issues", "users")),
				command("syncs.trigger", "all", "/sync/trigger", "")
					.blockingVoid((nango) -> nango.syncs("github").triggerAll())
					.reactive((nango) -> nango.syncs("github").triggerAll()),
				trigger("with a reset", "{\"name\":\"issues\",\"variant\":\"eu\"}", """
						"opts":{"reset":true,"emptyCache":false}""")
					.blockingVoid(
							(nango) -> nango.syncs("github").trigger((trigger) -> trigger.sync("issues::eu").reset()))
					.reactive(
							(nango) -> nango.syncs("github").trigger((trigger) -> trigger.sync("issues::eu").reset())),
				command("syncs.start", "one", "/sync/start", "\"issues\"").safe()
					.blockingVoid((nango) -> nango.syncs("github").start("issues"))
					.reactive((nango) -> nango.syncs("github").start("issues")),
				command("syncs.start", "all", "/sync/start", "").safe()
					.blockingVoid((nango) -> nango.syncs("github").startAll())
					.reactive((nango) -> nango.syncs("github").startAll()),
				command("syncs.pause", "one", "/sync/pause", "\"issues\"").safe()
					.blockingVoid((nango) -> nango.syncs("github").pause("issues"))
					.reactive((nango) -> nango.syncs("github").pause("issues")),
				command("syncs.pause", "all", "/sync/pause", "").safe()
					.blockingVoid((nango) -> nango.syncs("github").pauseAll())
					.reactive((nango) -> nango.syncs("github").pauseAll()),
				Operation.of("syncs.status", "of all")
					.blocking((nango) -> nango.syncs("github").status())
					.reactive((nango) -> nango.syncs("github").status())
					.sends("GET", "/sync/status?provider_config_key=github&syncs=%2A")
					.safe()
					.answered(200, STATUS)
					.checks(SyncOperations::isStatus),
				Operation.of("syncs.status", "of two")
					.blocking((nango) -> nango.syncs("github").status("issues", "users"))
					.reactive((nango) -> nango.syncs("github").status("issues", "users"))
					.sends("GET", "/sync/status?provider_config_key=github&syncs=issues%2Cusers")
					.safe()
					.answered(200, STATUS)
					.checks(SyncOperations::isStatus));
	}

	private static Operation trigger(String description, String syncs, String options) {
		return command("syncs.trigger", description, "/sync/trigger", syncs).body("""
				{"provider_config_key":"github","syncs":[%s],%s}""".formatted(syncs, options));
	}

	private static Operation command(String name, String description, String path, String syncs) {
		return Operation.of(name, description + " for all connections")
			.sends("POST", path)
			.body("""
					{"provider_config_key":"github","syncs":[%s]}""".formatted(syncs))
			.expects(Operation.Expects.SUCCESS)
			.answered(200, SUCCESS)
			.checks((result) -> assertThat(result).isNull());
	}

	static void isStatus(@Nullable Object result) {
		List<?> list = (List<?>) Objects.requireNonNull(result);
		assertThat(list).hasSize(2);
		assertThat(list.get(0)).isInstanceOfSatisfying(SyncStatus.class, (status) -> {
			assertThat(status.id()).isEqualTo("s-1");
			assertThat(status.connectionId()).isEqualTo("conn-1");
			assertThat(status.name()).isEqualTo("issues");
			assertThat(status.variant()).isEqualTo("eu");
			assertThat(status.status()).isEqualTo(SyncState.RUNNING);
			assertThat(status.latestExecutionStatus()).isEqualTo(SyncState.SUCCESS);
			assertThat(status.type()).isEqualTo("INCREMENTAL");
			assertThat(status.frequency()).isEqualTo("every day");
			assertThat(status.finishedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
			assertThat(status.nextScheduledSyncAt()).isEqualTo(Instant.parse("2026-01-03T03:04:05.678Z"));
			assertThat(status.recordCount()).isEqualTo(Map.of("Issue", 5_000_000_000L));
			assertThat(status.checkpoint()).isEqualTo(Map.of("page", 2));
			assertThat(status.additionalProperties()).isEqualTo(Map.of("new_field", "x"));
			SyncResult issues = Objects.requireNonNull(status.latestResult().get("Issue"));
			assertThat(issues.added()).isEqualTo(1);
			assertThat(issues.updated()).isEqualTo(2);
			assertThat(issues.deleted()).isEqualTo(3);
			assertThat(issues.additionalProperties()).isEqualTo(Map.of("pruned", 4));
		});
		assertThat(list.get(1)).isInstanceOfSatisfying(SyncStatus.class, (status) -> {
			assertThat(status.variant()).isEqualTo("base");
			assertThat(status.status()).isEqualTo(new SyncState("SLEEPING"));
			assertThat(status.connectionId()).isNull();
			assertThat(status.latestExecutionStatus()).isNull();
			assertThat(status.finishedAt()).isNull();
			assertThat(status.nextScheduledSyncAt()).isNull();
			assertThat(status.latestResult()).isEmpty();
			assertThat(status.recordCount()).isEmpty();
			assertThat(status.checkpoint()).isNull();
		});
	}

}
