package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.RecordAction;
import org.nangospring.client.record.RecordMetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ListenerValuesTests {

	private static final RecordStreamId STREAM = new RecordStreamId("users", "slack", "acme", "User", null);

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static NangoRecord<String> record(String id, String cursor) {
		RecordMetadata metadata = Mockito.mock(RecordMetadata.class);
		Mockito.when(metadata.cursor()).thenReturn(cursor);
		Mockito.when(metadata.lastAction()).thenReturn(RecordAction.ADDED);
		return new NangoRecord<>(id, "secret payload", metadata);
	}

	@Test
	void theBaseVariantIsTheSyncItself() {
		assertThat(new RecordStreamId("users", "slack", "acme", "User", "base")).isEqualTo(STREAM);
		assertThat(new RecordStreamId("users", "slack", "acme", "User", "eu")).isNotEqualTo(STREAM)
			.hasToString("users[slack/acme/User::eu]");
	}

	@Test
	void partsOfAStreamThatCannotBeSentAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RecordStreamId(" ", "slack", "acme", "User", null));
		assertThatIllegalArgumentException().isThrownBy(() -> new RecordStreamId("users", "..", "acme", "User", null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RecordStreamId("users", "slack", "a\nb", "User", null));
		assertThatIllegalArgumentException().isThrownBy(() -> new RecordStreamId("users", "slack", "acme", "", null));
		assertThatIllegalArgumentException().isThrownBy(() -> new RecordStreamId("users", "slack", "acme", "User", ""));
	}

	@Test
	void aBatchKnowsItsEndsAndHidesItsPayloads() {
		RecordBatch<String> batch = new RecordBatch<>(STREAM, List.of(record("a", "c1"), record("b", "c2")));
		assertThat(batch.firstCursor()).isEqualTo("c1");
		assertThat(batch.lastCursor()).isEqualTo("c2");
		assertThat(batch.size()).isEqualTo(2);
		assertThat(batch).extracting(NangoRecord::id).containsExactly("a", "b");
		assertThat(batch.toString()).doesNotContain("secret");
		assertThatIllegalArgumentException().isThrownBy(() -> new RecordBatch<>(STREAM, List.of()));
	}

	@Test
	void payloadsAreHiddenWhereFailuresAreTold() {
		NangoRecord<String> record = record("a", "c1");
		FailedRecord failed = new FailedRecord("a", record.metadata(), "{\"secret\":1}");
		FailedDelivery delivery = new FailedDelivery(STREAM, List.of(failed), new IllegalStateException("secret"), 3);
		DeadLetter letter = new DeadLetter(STREAM, failed, StreamFailure.of(delivery.failure(), "a", NOW), 3, NOW);
		assertThat(failed.toString() + delivery + letter).doesNotContain("secret");
		assertThat(delivery.isUnreadable()).isFalse();
	}

	@Test
	void aPositionMovesOnWithEachStep() {
		StreamPosition position = StreamPosition.beginning(STREAM, NOW)
			.delivered("c5", 5, NOW.minusSeconds(9), NOW.plusSeconds(1));
		assertThat(position.isCaughtUp()).isFalse();
		StreamPosition caughtUp = position.caughtUp(NOW.plusSeconds(2));
		assertThat(caughtUp.isCaughtUp()).isTrue();
		assertThat(caughtUp.caughtUpAt()).isEqualTo(NOW.plusSeconds(2));
		StreamPosition stopped = caughtUp.stopped(new StreamFailure("E", null, null, NOW), NOW.plusSeconds(3));
		assertThat(stopped.isCaughtUp()).isFalse();
		assertThat(stopped.caughtUpAt()).isEqualTo(NOW.plusSeconds(2));
		StreamPosition moved = stopped.movedTo(null, NOW.plusSeconds(4));
		assertThat(moved.state()).isEqualTo(StreamState.ACTIVE);
		assertThat(moved.failure()).isNull();
		assertThat(moved.cursor()).isNull();
		assertThat(moved.records()).isEqualTo(5);
		assertThat(moved.newestChange()).isEqualTo(NOW.minusSeconds(9));
		assertThat(moved.createdAt()).isEqualTo(NOW);
		assertThat(moved.updatedAt()).isEqualTo(NOW.plusSeconds(4));
	}

	@Test
	void optionsOutsideOfTheirRangeAreRefused() {
		RecordListenerOptions options = RecordListenerOptions.defaults();
		assertThatIllegalArgumentException().isThrownBy(() -> options.batchSize(0));
		assertThatIllegalArgumentException().isThrownBy(() -> options.batchSize(10_001));
		assertThatIllegalArgumentException().isThrownBy(() -> options.pageSize(0)).withMessageContaining("page size");
		assertThatIllegalArgumentException().isThrownBy(() -> options.pageSize(10_001));
		assertThatIllegalArgumentException().isThrownBy(() -> options.concurrency(0));
		assertThatIllegalArgumentException().isThrownBy(() -> options.pollInterval(Duration.ZERO));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> options.retry(0, Duration.ofSeconds(1), Duration.ofSeconds(1)));
		assertThat(options.batchSize()).isEqualTo(500);
		assertThat(options.pageSize()).isEqualTo(1_000);
		assertThat(options.batchSize(3_000).pageSize()).isEqualTo(3_000);
		assertThat(options.batchSize(3_000).pageSize(20).concurrency(2).autoStartup(false).pageSize()).isEqualTo(20);
		assertThat(options.pollInterval()).isEqualTo(Duration.ofMinutes(5));
	}

}
