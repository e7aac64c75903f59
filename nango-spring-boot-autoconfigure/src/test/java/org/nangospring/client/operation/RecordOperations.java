package org.nangospring.client.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.PruneResult;
import org.nangospring.client.record.RecordAction;
import org.nangospring.client.record.RecordPage;
import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records.
 */
final class RecordOperations {

	private static final ParameterizedTypeReference<Issue> ISSUE = new ParameterizedTypeReference<>() {
	};

	private static final String RECORD = """
			{"id":"1","title":"Größe ändern","_nango_metadata":{"first_seen_at":"2026-01-02T03:04:05.678+00:00",
			"last_modified_at":"2026-01-02T03:04:06.12Z","last_action":"UPDATED","deleted_at":null,"pruned_at":null,
			"cursor":"c1","sync_job":9}}""";

	private RecordOperations() {
	}

	static List<Operation> all() {
		return List.of(page(), pageByEverything(), untyped(), stream(), prune("one portion", """
				{"model":"Issue","until_cursor":"c9","limit":500,"variant":"eu"}""").blocking(
				(nango) -> nango.connection("github", "conn-1").records("Issue").limit(500).variant("eu").prune("c9"))
			.reactive((nango) -> nango.connection("github", "conn-1")
				.records("Issue")
				.limit(500)
				.variant("eu")
				.prune("c9"))
			.checks((result) -> assertThat(result).isInstanceOfSatisfying(PruneResult.class, (pruned) -> {
				assertThat(pruned.count()).isEqualTo(5_000_000_000L);
				assertThat(pruned.hasMore()).isFalse();
			})), prune("all", """
					{"model":"Issue","until_cursor":"c9"}""")
				.blocking((nango) -> nango.connection("github", "conn-1").records("Issue").pruneAll("c9"))
				.reactive((nango) -> nango.connection("github", "conn-1").records("Issue").pruneAll("c9"))
				.checks((result) -> assertThat(result).isEqualTo(5_000_000_000L)));
	}

	private static Operation prune(String description, String body) {
		return Operation.of("records.prune", description)
			.sends("PATCH", "/records/prune")
			.connectionHeaders()
			.body(body)
			.safe()
			.answered(200, """
					{"count":5000000000,"has_more":false}""");
	}

	private static Operation page() {
		return records("a page", "/records?model=Issue")
			.blocking((nango) -> nango.connection("github", "conn-1").records("Issue", Issue.class).page())
			.reactive((nango) -> nango.connection("github", "conn-1").records("Issue", Issue.class).page())
			.answered(200, answer("\"c1\""))
			.checks((result) -> assertThat(result).isInstanceOfSatisfying(RecordPage.class, (page) -> {
				assertThat(page.nextCursor()).isEqualTo("c1");
				isIssue(page.records());
			}));
	}

	private static Operation pageByEverything() {
		Instant time = Instant.parse("2026-01-01T00:00:00.123456Z");
		return records("a page by every condition",
				"/records?model=Issue&variant=eu&modified_after=2026-01-01T00%3A00%3A00.123Z&limit=7"
						+ "&filter=added%2Cdeleted&cursor=c0%3D%3D&ids=1&ids=2%2C3")
			.blocking((nango) -> nango.connection("github", "conn-1")
				.records("Issue", ISSUE)
				.after("c0==")
				.limit(7)
				.filter(RecordAction.ADDED, RecordAction.DELETED)
				.modifiedAfter(time)
				.ids("1", "2,3")
				.variant("eu")
				.page())
			.reactive((nango) -> nango.connection("github", "conn-1")
				.records("Issue", ISSUE)
				.after("c0==")
				.limit(7)
				.filter(RecordAction.ADDED, RecordAction.DELETED)
				.modifiedAfter(time)
				.ids("1", "2,3")
				.variant("eu")
				.page())
			.answered(200, answer("null"))
			.checks((result) -> assertThat(result).isInstanceOfSatisfying(RecordPage.class, (page) -> {
				assertThat(page.nextCursor()).isNull();
				isIssue(page.records());
			}));
	}

	private static Operation untyped() {
		return records("a page of maps", "/records?model=Issue")
			.blocking((nango) -> nango.connection("github", "conn-1").records("Issue").page())
			.reactive((nango) -> nango.connection("github", "conn-1").records("Issue").page())
			.answered(200, answer("null"))
			.checks((result) -> {
				NangoRecord<?> record = (NangoRecord<?>) ((RecordPage<?>) Objects.requireNonNull(result)).records()
					.get(0);
				assertThat(record.data()).asInstanceOf(InstanceOfAssertFactories.MAP)
					.containsEntry("id", "1")
					.containsEntry("title", "Größe ändern");
			});
	}

	private static Operation stream() {
		// a larger page would be asked for again in smaller portions when it does not fit
		return records("all pages", "/records?model=Issue&limit=1")
			.blocking((nango) -> nango.connection("github", "conn-1").records("Issue", Issue.class).limit(1).stream())
			.reactive((nango) -> nango.connection("github", "conn-1").records("Issue", Issue.class).limit(1).stream())
			.answered(200, answer("null"))
			.checks((result) -> isIssue((List<?>) Objects.requireNonNull(result)));
	}

	private static Operation records(String description, String url) {
		return Operation.of("records.list", description).sends("GET", url).connectionHeaders().safe();
	}

	private static String answer(String nextCursor) {
		return """
				{"next_cursor":%s,"records":[%s]}""".formatted(nextCursor, RECORD);
	}

	private static void isIssue(@Nullable List<?> records) {
		assertThat(records).hasSize(1);
		NangoRecord<?> record = (NangoRecord<?>) Objects.requireNonNull(records).get(0);
		assertThat(record.id()).isEqualTo("1");
		assertThat(record.data()).isEqualTo(new Issue("1", "Größe ändern"));
		assertThat(record.isDeleted()).isFalse();
		assertThat(record.isPruned()).isFalse();
		assertThat(record.metadata().firstSeenAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
		assertThat(record.metadata().lastModifiedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:06.120Z"));
		assertThat(record.metadata().lastAction()).isEqualTo(RecordAction.UPDATED);
		assertThat(record.metadata().deletedAt()).isNull();
		assertThat(record.metadata().prunedAt()).isNull();
		assertThat(record.metadata().cursor()).isEqualTo("c1");
		assertThat(record.metadata().additionalProperties()).isEqualTo(Map.of("sync_job", 9));
	}

	record Issue(String id, String title) {
	}

}
