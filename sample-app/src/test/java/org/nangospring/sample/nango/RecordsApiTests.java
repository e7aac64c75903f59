package org.nangospring.sample.nango;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class RecordsApiTests {

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void pagesFollowEachOtherUntilTheCursorIsNull() {
		List<String> seen = new ArrayList<>();
		List<Integer> sizes = new ArrayList<>();
		String cursor = "";
		do {
			Caller.Reply page = records("&limit=15" + cursor);
			List<String> ids = ids(page);
			seen.addAll(ids);
			sizes.add(ids.size());
			JsonNode next = page.at("/next_cursor");
			if (!next.isNull()) {
				assertThat(next).isEqualTo(page.at("/records/14/_nango_metadata/cursor"));
			}
			cursor = next.isNull() ? "" : "&cursor=" + next.asString();
		}
		while (!cursor.isEmpty());
		assertThat(sizes).containsExactly(15, 15, 10);
		assertThat(seen).hasSize(40).doesNotHaveDuplicates().startsWith("1001", "1002").endsWith("1040");
	}

	@Test
	void recordsHaveTheirDataAndWhatNangoKnows() {
		JsonNode issue = records("&ids=1001").at("/records/0");
		assertThat(issue.path("title").asString()).isNotBlank();
		assertThat(issue.path("url").asString()).isEqualTo("https://github.example/acme/widgets/issues/1");
		JsonNode metadata = issue.path("_nango_metadata");
		assertThat(metadata.propertyNames()).containsExactly("first_seen_at", "last_modified_at", "last_action",
				"deleted_at", "pruned_at", "cursor");
		assertThat(metadata.path("last_action").asString()).isEqualTo("ADDED");
		assertThat(metadata.path("last_modified_at").asString()).isEqualTo("2026-06-01T09:54:59.961000+00:00");
	}

	@Test
	void idsAreRepeatedAndNotSplit() {
		assertThat(ids(records("&ids=1002&ids=1001"))).containsExactly("1001", "1002");
		assertThat(ids(records("&ids%5B0%5D=1002"))).containsExactly("1002");
		assertThat(ids(records("&ids=1001,1002"))).isEmpty();
	}

	@Test
	void filtersByAction() {
		runSync();
		assertThat(records("&filter=updated").at("/records").size()).isEqualTo(3);
		assertThat(records("&filter=added,UPDATED&limit=1000").at("/records").size()).isEqualTo(41);
		assertThat(records("&filter=deleted").at("/records").size()).isEqualTo(1);
	}

	@Test
	void deletedRecordKeepsOnlyItsId() {
		runSync();
		JsonNode deleted = records("&filter=deleted").at("/records/0");
		assertThat(deleted.propertyNames()).containsExactly("id", "_nango_metadata");
		assertThat(deleted.at("/_nango_metadata/deleted_at").asString()).isEqualTo("2026-06-01T10:00:02.000+00:00");
	}

	@Test
	void modifiedAfterLeavesOutWhatIsOlder() {
		runSync();
		assertThat(records("&modified_after=2026-06-01T10:00:00.000Z").at("/records").size()).isEqualTo(6);
		assertThat(records("&modified_after=2026-06-01T11:00:00Z").at("/records").size()).isZero();
	}

	@Test
	void oldCursorLeadsToWhatHasChangedSince() {
		Caller.Reply all = records("&limit=1000");
		assertThat(all.at("/next_cursor").isNull()).isTrue();
		String last = all.text("/records/39/_nango_metadata/cursor");
		assertThat(records("&cursor=" + last).at("/records").size()).isZero();
		runSync();
		assertThat(records("&cursor=" + last).at("/records").size()).isEqualTo(6);
	}

	@ParameterizedTest
	@CsvSource({ "garbage", "Zm9vYmFy", "%25%25%25" })
	void badCursorIsAServerError(String cursor) {
		Caller.Reply reply = records("&cursor=" + cursor);
		assertThat(reply.status()).isEqualTo(500);
		assertThat(reply.body())
			.isEqualTo("{\"error\":{\"code\":\"server_error\",\"message\":\"Failed to fetch records\"}}");
	}

	@ParameterizedTest
	@CsvSource({ "&limit=0, too_small", "&limit=10001, too_big", "&limit=abc, invalid_type",
			"&filter=foo, invalid_value", "&modified_after=2026-05-31, invalid_format",
			"&modified_after=2026-05-31T00:00:00+02:00, invalid_format", "&modified_after=2020-01-01T00:00:00Z, custom",
			"&delta=1, unrecognized_keys" })
	void wrongQueryIsRefused(String query, String code) {
		Caller.Reply reply = records(query);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("invalid_query_params");
		assertThat(reply.text("/error/errors/0/code")).isEqualTo(code);
	}

	@Test
	void moreThanAHundredIdsAreRefused() {
		Caller.Reply reply = records("&ids=1".repeat(101));
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/errors/0/code")).isEqualTo("invalid_union");
	}

	@Test
	void modelMustBeginWithACapital() {
		assertThat(this.caller.get("/records?model=githubIssue", Caller.ACME_GITHUB).text("/error/errors/0/code"))
			.isEqualTo("invalid_format");
	}

	@Test
	void unknownModelOrVariantHasNoRecords() {
		assertThat(this.caller.get("/records?model=Unknown", Caller.ACME_GITHUB).body())
			.isEqualTo("{\"next_cursor\":null,\"records\":[]}");
		assertThat(ids(records("&variant=other"))).isEmpty();
		assertThat(ids(records("&variant=base"))).hasSize(40);
	}

	@Test
	void everyConnectionHasItsOwnRecords() {
		assertThat(ids(this.caller.get("/records?model=GithubIssue", "Connection-Id", "globex-github",
				"Provider-Config-Key", "github")))
			.hasSize(3);
		assertThat(ids(this.caller.get("/records?model=SlackMessage", "Connection-Id", "acme-slack",
				"Provider-Config-Key", "slack")))
			.hasSize(6);
	}

	@Test
	void unknownConnectionIsABadRequest() {
		Caller.Reply reply = this.caller.get("/records?model=GithubIssue", "Connection-Id", "nope",
				"Provider-Config-Key", "github");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("unknown_connection");
	}

	@Test
	void connectionMustBeNamed() {
		Caller.Reply reply = this.caller.get("/records?model=GithubIssue");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("invalid_headers");
		assertThat(reply.at("/error/errors").size()).isEqualTo(2);
	}

	private void runSync() {
		this.caller.json("POST", "/sync/trigger",
				"{'provider_config_key':'github','connection_id':'acme-github','syncs':[]}");
		this.caller.clock().advance(Duration.ofSeconds(2));
	}

	private Caller.Reply records(String query) {
		return this.caller.get("/records?model=GithubIssue" + query.replace("+", "%2B"), Caller.ACME_GITHUB);
	}

	private static List<String> ids(Caller.Reply reply) {
		return reply.at("/records").valueStream().map((row) -> row.path("id").asString()).toList();
	}

}
