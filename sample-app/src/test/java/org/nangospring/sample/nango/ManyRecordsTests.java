package org.nangospring.sample.nango;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Syncs that bring so much that it takes a while.
 */
class ManyRecordsTests {

	private static final String[] LARGE = { "Connection-Id", "d1", "Provider-Config-Key", "google-drive" };

	private static final String[] CONTACTS = { "Connection-Id", "acme-hubspot", "Provider-Config-Key", "hubspot" };

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void recordsOfALongRunAreVisibleWhileItGoesOn() {
		connectLarge();
		assertThat(sync().path("status").asString()).isEqualTo("RUNNING");
		assertThat(count()).isZero();
		this.caller.clock().advance(Duration.ofSeconds(4));
		assertThat(count()).isEqualTo(800);
		this.caller.clock().advance(Duration.ofMillis(11_999));
		assertThat(sync().path("status").asString()).isEqualTo("RUNNING");
		assertThat(sync().path("latestResult")).isEmpty();
		assertThat(count()).isEqualTo(3_000);
		this.caller.clock().advance(Duration.ofMillis(1));
		assertThat(sync().path("status").asString()).isEqualTo("SUCCESS");
		assertThat(sync().at("/latestResult/Document/added").asInt()).isEqualTo(3_200);
		assertThat(count()).isEqualTo(3_200);
	}

	@Test
	void readerThatFollowsTheRunMissesNothing() {
		connectLarge();
		Set<String> seen = new HashSet<>();
		String cursor = "";
		for (int second = 0; second <= 16; second++) {
			Caller.Reply page;
			do {
				page = this.caller.get("/records?model=Document&limit=150" + cursor, LARGE);
				for (JsonNode row : page.at("/records")) {
					assertThat(seen.add(row.path("id").asString())).isTrue();
					cursor = "&cursor=" + row.at("/_nango_metadata/cursor").asString();
				}
			}
			while (!page.at("/next_cursor").isNull());
			this.caller.clock().advance(Duration.ofSeconds(1));
		}
		assertThat(seen).hasSize(3_200);
	}

	@Test
	void clearingTheCacheBeginsWithNothing() {
		connectLarge();
		this.caller.clock().advance(Duration.ofSeconds(16));
		assertThat(count()).isEqualTo(3_200);
		this.caller.json("POST", "/sync/trigger", "{'provider_config_key':'google-drive','connection_id':'d1',"
				+ "'syncs':[],'sync_mode':'full_refresh_and_clear_cache'}");
		assertThat(count()).isZero();
		this.caller.clock().advance(Duration.ofSeconds(1));
		assertThat(count()).isEqualTo(200);
	}

	@Test
	void contactsOfAnEarlierRunArePagedAndFiltered() {
		Set<String> people = new HashSet<>();
		Set<String> ids = new HashSet<>();
		String cursor = "";
		int pages = 0;
		do {
			Caller.Reply page = this.caller.get("/records?model=Contact&limit=500" + cursor, CONTACTS);
			for (JsonNode row : page.at("/records")) {
				ids.add(row.path("id").asString());
				people.add(row.path("first_name").asString() + row.path("last_name").asString());
			}
			JsonNode next = page.at("/next_cursor");
			cursor = next.isNull() ? "" : "&cursor=" + next.asString();
			pages++;
		}
		while (!cursor.isEmpty());
		assertThat(pages).isEqualTo(4);
		assertThat(ids).hasSize(1_800);
		assertThat(people).hasSize(1_800);
		this.caller.json("POST", "/sync/trigger",
				"{'provider_config_key':'hubspot','connection_id':'acme-hubspot','syncs':[]}");
		this.caller.clock().advance(Duration.ofSeconds(2));
		assertThat(this.caller.get("/records?model=Contact&filter=updated", CONTACTS).at("/records")).hasSize(8);
		assertThat(this.caller.get("/records?model=Contact&filter=deleted", CONTACTS).at("/records")).hasSize(1);
	}

	@Test
	void recordsThatNobodyHasSeenYetStayWithOtherCredentials() {
		this.caller.json("POST", "/connections", "{'provider_config_key':'hubspot','connection_id':'acme-hubspot',"
				+ "'credentials':{'type':'OAUTH2','access_token':'fake-access-token.globex.1'}}");
		assertThat(this.caller.get("/records?model=Contact&limit=10000", CONTACTS).at("/records")).hasSize(1_800);
	}

	private void connectLarge() {
		this.caller.json("POST", "/connections", "{'provider_config_key':'google-drive','connection_id':'d1',"
				+ "'credentials':{'type':'OAUTH2','access_token':'fake-access-token.large.1'}}");
	}

	private int count() {
		return sync().at("/recordCount/Document").asInt(-1);
	}

	private JsonNode sync() {
		return this.caller.get("/sync/status?provider_config_key=google-drive&connection_id=d1&syncs=*").at("/syncs/0");
	}

}
