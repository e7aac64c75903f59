package org.nangospring.listener.jdbc;

import java.time.Instant;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamFailure;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamState;
import org.nangospring.listener.StreamStoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the store has to hold on every database, beside what every store has to hold.
 */
abstract class JdbcStreamStoreContract extends JdbcLeaseContract {

	@Test
	void partsOfAStreamMayBeAsLongAsNangoAllowsAndDifferInCaseOnly() {
		String lower = "a".repeat(255);
		RecordStreamId one = new RecordStreamId(lower.repeat(1), lower, lower, lower, lower);
		RecordStreamId two = new RecordStreamId(lower, lower, lower, lower, "A".repeat(255));
		try (StreamLease first = this.store.tryAcquire(one); StreamLease second = this.store.tryAcquire(two)) {
			assertThat(first).isNotNull();
			assertThat(second).isNotNull();
		}
		assertThat(this.store.list(lower)).extracting(StreamPosition::stream).containsExactlyInAnyOrder(one, two);
	}

	@Test
	void timesAreKeptToTheMicrosecondWhateverTheZoneOfThisMachine() {
		Instant fine = Instant.parse("2026-03-29T01:30:00.123456789Z");
		try (StreamLease lease = acquire()) {
			lease.save(StreamPosition.builder(STREAM, NOW).caughtUp(true).caughtUpAt(fine).updatedAt(fine).build());
		}
		assertThat(this.store.find(STREAM)).isNotNull()
			.extracting(StreamPosition::caughtUpAt)
			.isEqualTo(Instant.parse("2026-03-29T01:30:00.123456Z"));
	}

	@Test
	void aFailureWithALongMessageStillStopsTheStream() {
		try (StreamLease lease = acquire()) {
			lease.save(StreamPosition.builder(STREAM, NOW)
				.state(StreamState.STOPPED)
				.failure(new StreamFailure("E", "x\0".repeat(10_000), null, NOW))
				.build());
		}
		StreamFailure failure = Objects.requireNonNull(this.store.find(STREAM)).failure();
		assertThat(Objects.requireNonNull(failure).message()).hasSize(4_000).startsWith("x x ").endsWith("\u2026");
	}

	@Test
	void tablesThatAreMissingAreAFailureOfTheStoreThatNamesTheScript() throws Exception {
		this.database.run("schema-drop-" + this.database.platform() + ".sql");
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> this.store.tryAcquire(STREAM))
			.withMessageContaining("schema-<platform>.sql");
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> this.store.find(STREAM));
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> this.store.list("users"));
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> this.store.unfinished("users"));
		assertThatExceptionOfType(StreamStoreException.class)
			.isThrownBy(() -> this.store.change(STREAM, (position) -> position));
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> this.store.delete(STREAM));
	}

	@Test
	void aDatabaseThatIsGoneIsAFailureOfTheStore() {
		StreamLease lease = acquire();
		this.database.close();
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> this.store.tryAcquire(STREAM));
		assertThatExceptionOfType(StreamStoreException.class)
			.isThrownBy(() -> lease.deliver(() -> write("a"), at(lease, "c1")));
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> lease.save(at(lease, "c1")));
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(lease::renew);
		lease.close();
	}

}
