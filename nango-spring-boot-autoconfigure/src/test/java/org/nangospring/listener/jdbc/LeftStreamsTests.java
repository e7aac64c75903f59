package org.nangospring.listener.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;

import static org.assertj.core.api.Assertions.assertThat;

class LeftStreamsTests {

	private static final RecordStreamId STREAM = new RecordStreamId("l", "slack", "acme", "User", null);

	private TestDatabase database;

	private JdbcStreamStore store;

	@BeforeEach
	void create() throws SQLException {
		this.database = TestDatabase.h2();
		this.store = JdbcStreamStore.builder(this.database.dataSource(), this.database.transactions())
			.takeOverAfter(Duration.ofHours(1))
			.build();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void aStreamThatWasAtItsEndIsListedWhenWhoeverHadItSinceIsGone() {
		try (StreamLease lease = acquire()) {
			lease.save(StreamPosition.builder(STREAM, Instant.EPOCH).cursor("c1").caughtUp(true).build());
		}
		assertThat(this.store.unfinished("l")).isEmpty();
		StreamLease dead = acquire();
		assertThat(dead.position().isCaughtUp()).isTrue();
		assertThat(this.store.unfinished("l")).isEmpty();
		this.database.jdbc().sql("UPDATE NANGO_STREAM SET LEASE_UNTIL = 1").update();
		assertThat(this.store.unfinished("l")).containsExactly(STREAM);
		acquire().close();
		assertThat(this.store.unfinished("l")).isEmpty();
	}

	private StreamLease acquire() {
		return Objects.requireNonNull(this.store.tryAcquire(STREAM));
	}

}
