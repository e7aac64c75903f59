package org.nangospring.client.operation;

import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nangospring.client.connection.Connection;
import org.nangospring.client.sync.SyncResult;
import org.nangospring.client.sync.SyncStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Null where Nango has maps.
 */
class NullValueTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@Test
	void aTagThatIsNullIsLeftOutAndMetadataThatIsNullStays() {
		FIXTURE.answersJson("""
				{"connection_id":"c","provider_config_key":"github","provider":"github","tags":{"a":"b","c":null},
				"metadata":{"lang":null},"new_field":null}""");
		Connection connection = FIXTURE.nango().connection("github", "c").get();
		assertThat(connection.tags()).isEqualTo(Map.of("a", "b"));
		assertThat(connection.metadata()).isEqualTo(Collections.singletonMap("lang", null));
		assertThat(connection.additionalProperties()).isEqualTo(Collections.singletonMap("new_field", null));
	}

	@Test
	void aModelWithoutACountOrAResultIsLeftOut() {
		FIXTURE.answersJson("""
				{"syncs":[{"id":"s1","name":"issues","status":"SUCCESS","recordCount":{"Issue":7,"User":null},
				"latestResult":{"Issue":{"added":1},"User":null}}]}""");
		SyncStatus status = FIXTURE.nango().connection("github", "c").syncs().status().get(0);
		assertThat(status.recordCount()).isEqualTo(Map.of("Issue", 7L));
		assertThat(status.latestResult()).containsOnlyKeys("Issue");
		assertThat(status.latestResult().values()).extracting(SyncResult::added).containsExactly(1L);
	}

}
