package org.nangospring.sample.nango;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is carried over from one run to the next.
 */
class ConnectionMemoryTests {

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void pauseAndFrequencyOfASyncAreRestored() {
		this.caller.json("POST", "/sync/pause",
				"{'provider_config_key':'github','connection_id':'acme-github','syncs':['github-issues']}");
		this.caller.json("PUT", "/sync/update-connection-frequency",
				"{'provider_config_key':'github','connection_id':'acme-github','sync_name':'github-issues',"
						+ "'frequency':'every 6 hours'}");
		String saved = this.caller.nango().connections().save();
		try (Caller next = new Caller()) {
			next.nango().connections().restore(saved);
			assertThat(sync(next).path("status").asString()).isEqualTo("PAUSED");
			assertThat(sync(next).path("frequency").asString()).isEqualTo("6 hours");
			assertThat(next.nango().connections().save()).isEqualTo(saved);
		}
	}

	@Test
	void syncsThatWereSavedWithoutTheirSchedulesRunAsTheirScriptsSay() {
		String saved = this.caller.nango().connections().save();
		String before = saved.replaceAll("\"syncs\":\\{(\"[^\"]*\":\\{},?)+}", "\"synced\":true");
		assertThat(before).contains("\"synced\":true").doesNotContain("github-issues");
		this.caller.nango().connections().restore(before);
		assertThat(sync(this.caller).path("status").asString()).isEqualTo("SUCCESS");
		assertThat(this.caller.nango().connections().save()).isEqualTo(saved);
	}

	private static JsonNode sync(Caller caller) {
		return caller.get("/sync/status?provider_config_key=github&connection_id=acme-github&syncs=*").at("/syncs/0");
	}

}
