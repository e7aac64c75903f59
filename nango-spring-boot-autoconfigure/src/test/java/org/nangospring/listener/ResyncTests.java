package org.nangospring.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.ListenerFixture.User;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * What becomes of records that were delivered already.
 */
class ResyncTests {

	private final List<String> heard = new ArrayList<>();

	private ListenerFixture fixture;

	@BeforeEach
	void begin() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.server.fill(SLACK, 0, 4);
		this.fixture.listeners.register(ListenerFixture.definition()
			.options((options) -> options.batchSize(2).pageSize(2))
			.batches((batch) -> batch.forEach(this::hear)));
		this.fixture.start();
		assertThat(this.heard).containsExactly("r0 added 0", "r1 added 1", "r2 added 2", "r3 added 3");
		this.heard.clear();
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	private void hear(NangoRecord<User> record) {
		User data = record.data();
		this.heard.add(record.id() + " " + record.metadata().lastAction().value().toLowerCase(Locale.ROOT)
				+ ((data != null) ? " " + data.number() : "") + (record.isDeleted() ? " is deleted" : "")
				+ (record.isPruned() ? " is pruned" : ""));
	}

	private void rewrite(String... ids) {
		for (String id : ids) {
			this.fixture.server.put(SLACK, id, ",\"number\":9" + id.substring(1));
		}
	}

	@Test
	void aFullResyncIsDeliveredAsWhatItChangesAndWhatItNoLongerFinds() {
		rewrite("r1", "r0", "r3");
		this.fixture.server.delete(SLACK, "r2");
		this.fixture.synced("acme");
		assertThat(this.heard).containsExactly("r1 updated 91", "r0 updated 90", "r3 updated 93",
				"r2 deleted is deleted");
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c8");
		assertThat(this.fixture.position("acme").records()).isEqualTo(8);
	}

	@Test
	void aResyncWhileRecordsAreReadLosesNothing() throws Exception {
		try (ListenerFixture other = new ListenerFixture()) {
			other.server.connect("slack", "acme");
			other.server.fill(SLACK, 0, 4);
			other.listeners.register(ListenerFixture.definition()
				.options((options) -> options.batchSize(2).pageSize(1))
				.batches((batch) -> {
					if (this.heard.isEmpty()) {
						for (int i = 0; i < 4; i++) {
							other.server.put(SLACK, "r" + i, ",\"number\":9" + i);
						}
					}
					batch.forEach(this::hear);
				}));
			other.start();
			// a page that was fetched before it may have said that it is the last
			other.synced("acme");
			assertThat(this.heard).startsWith("r0 added 0", "r1 added 1")
				.endsWith("r0 updated 90", "r1 updated 91", "r2 updated 92", "r3 updated 93");
		}
	}

	@Test
	void afterTheCacheWasEmptiedAllThatIsThereComesAgainAsAdded() {
		this.fixture.server.empty(SLACK);
		this.fixture.synced("acme");
		assertThat(this.heard).isEmpty();
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c4");
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.IDLE);
		rewrite("r3", "r0", "r1");
		this.fixture.synced("acme");
		assertThat(this.heard).as("nobody says that r2 is gone")
			.containsExactly("r3 added 93", "r0 added 90", "r1 added 91");
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c7");
	}

	@Test
	void aPayloadThatIsRemovedAfterItWasDeliveredIsNoChange() {
		this.fixture.server.prune(SLACK, "r1");
		this.fixture.synced("acme");
		assertThat(this.heard).isEmpty();
	}

	@Test
	void aPayloadThatWasRemovedBeforeItWasDeliveredComesAsPruned() {
		this.fixture.server.prune(SLACK, "r0");
		this.fixture.server.prune(SLACK, "r1");
		this.fixture.listeners.rereadFromBeginning(this.fixture.stream("acme"));
		this.fixture.tasks.drain();
		assertThat(this.heard).containsExactly("r0 added is pruned", "r1 added is pruned", "r2 added 2", "r3 added 3");
	}

	@Test
	void whatIsPrunedAndThenWrittenAgainHasItsPayload() {
		this.fixture.server.prune(SLACK, "r1");
		rewrite("r1");
		this.fixture.synced("acme");
		assertThat(this.heard).containsExactly("r1 updated 91");
	}

}
