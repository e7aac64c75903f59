package org.nangospring.listener.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.StreamStoreContract;

import org.springframework.transaction.support.TransactionSynchronization;

/**
 * A store on a database of its own, with a table that listeners write to.
 */
abstract class JdbcStoreFixture extends StreamStoreContract {

	static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	protected TestDatabase database;

	JdbcStreamStore store;

	abstract TestDatabase database() throws SQLException;

	@BeforeEach
	void create() throws SQLException {
		this.database = database();
		this.store = builder().build();
		this.database.jdbc().sql("CREATE TABLE EFFECT (ID VARCHAR(20) PRIMARY KEY)").update();
	}

	@AfterEach
	void close() {
		if (this.database != null) {
			this.database.close();
		}
	}

	JdbcStreamStore.Builder builder() {
		return JdbcStreamStore.builder(this.database.dataSource(), this.database.transactions());
	}

	@Override
	protected StreamStore store() {
		return this.store;
	}

	StreamLease acquire() {
		return Objects.requireNonNull(this.store.tryAcquire(STREAM), "lease");
	}

	static StreamPosition at(StreamLease lease, String cursor) {
		StreamPosition position = lease.position();
		return StreamPosition.builder(position.stream(), position.createdAt())
			.cursor(cursor)
			.records(position.records() + 1)
			.updatedAt(NOW)
			.build();
	}

	void write(String id) {
		this.database.jdbc().sql("INSERT INTO EFFECT (ID) VALUES (?)").param(id).update();
	}

	long effects() {
		return this.database.jdbc().sql("SELECT COUNT(*) FROM EFFECT").query(Long.class).single();
	}

	String cursor() {
		return Objects.requireNonNull(this.store.find(STREAM)).cursor();
	}

	/** As if the holder had given no sign of life for long enough. */
	void letTheLeaseRunOut() {
		this.database.jdbc().sql("UPDATE NANGO_STREAM SET LEASE_UNTIL = LEASE_UNTIL - 30000").update();
	}

	static <T> T inAnotherThread(Callable<T> work) throws Exception {
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try {
			return thread.submit(work).get(60, TimeUnit.SECONDS);
		}
		finally {
			thread.shutdownNow();
		}
	}

	static TransactionSynchronization beforeCommit(StreamLease.Work work) {
		return new TransactionSynchronization() {
			@Override
			public void beforeCommit(boolean readOnly) {
				try {
					work.run();
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			}
		};
	}

}
