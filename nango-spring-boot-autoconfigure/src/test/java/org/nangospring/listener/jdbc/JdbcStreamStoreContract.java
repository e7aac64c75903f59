package org.nangospring.listener.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StaleLeaseException;
import org.nangospring.listener.StreamFailure;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamState;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.StreamStoreContract;
import org.nangospring.listener.StreamStoreException;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What the store has to hold on every database, beside what every store has to hold.
 */
abstract class JdbcStreamStoreContract extends StreamStoreContract {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	protected TestDatabase database;

	private JdbcStreamStore store;

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

	private JdbcStreamStore.Builder builder() {
		return JdbcStreamStore.builder(this.database.dataSource(), this.database.transactions());
	}

	@Override
	protected StreamStore store() {
		return this.store;
	}

	private StreamLease acquire() {
		return Objects.requireNonNull(this.store.tryAcquire(STREAM), "lease");
	}

	private static StreamPosition at(StreamLease lease, String cursor) {
		StreamPosition position = lease.position();
		return StreamPosition.builder(position.stream(), position.createdAt())
			.cursor(cursor)
			.records(position.records() + 1)
			.updatedAt(NOW)
			.build();
	}

	private void write(String id) {
		this.database.jdbc().sql("INSERT INTO EFFECT (ID) VALUES (?)").param(id).update();
	}

	private long effects() {
		return this.database.jdbc().sql("SELECT COUNT(*) FROM EFFECT").query(Long.class).single();
	}

	private String cursor() {
		return Objects.requireNonNull(this.store.find(STREAM)).cursor();
	}

	/** As if the holder had given no sign of life for long enough. */
	private void letTheLeaseRunOut() {
		this.database.jdbc().sql("UPDATE NANGO_STREAM SET LEASE_UNTIL = LEASE_UNTIL - 30000").update();
	}

	private static <T> T inAnotherThread(Callable<T> work) throws Exception {
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try {
			return thread.submit(work).get(60, TimeUnit.SECONDS);
		}
		finally {
			thread.shutdownNow();
		}
	}

	@Test
	void theEffectsOfAListenerAndThePositionAreInOneTransaction() throws Exception {
		try (StreamLease lease = acquire()) {
			lease.deliver(() -> {
				write("a");
				assertThat(inAnotherThread(this::effects)).isZero();
				assertThat(inAnotherThread(this::cursor)).isNull();
			}, at(lease, "c1"));
		}
		assertThat(effects()).isEqualTo(1);
		assertThat(cursor()).isEqualTo("c1");
		assertThat(this.store.isTransactional()).isTrue();
	}

	@Test
	void theEffectsOfAListenerThatFailsAreUndone() {
		try (StreamLease lease = acquire()) {
			assertThatIllegalStateException().isThrownBy(() -> lease.deliver(() -> {
				write("a");
				throw new IllegalStateException("no");
			}, at(lease, "c1")));
		}
		assertThat(effects()).isZero();
		assertThat(cursor()).isNull();
	}

	@Test
	void theEffectsOfADeliveryWhosePositionSomebodyElseHasChangedAreUndone() {
		try (StreamLease lease = acquire()) {
			assertThatExceptionOfType(StaleLeaseException.class).isThrownBy(() -> lease.deliver(() -> {
				write("a");
				this.store.change(STREAM, (position) -> StreamPosition.beginning(STREAM, NOW));
			}, at(lease, "c1")));
		}
		assertThat(effects()).isZero();
	}

	@Test
	void aChangeStaysAlthoughTheDeliveryItWasMadeInIsUndone() {
		try (StreamLease lease = acquire()) {
			assertThatIllegalStateException().isThrownBy(() -> lease.deliver(() -> {
				this.store.change(STREAM, (position) -> StreamPosition.builder(STREAM, NOW).cursor("rewound").build());
				throw new IllegalStateException("no");
			}, at(lease, "c1")));
		}
		assertThat(cursor()).isEqualTo("rewound");
	}

	@Test
	void aLeaseThatRanOutIsTakenOverAndItsHolderIsUndone() throws Exception {
		StreamLease lost = acquire();
		assertThatExceptionOfType(StaleLeaseException.class).isThrownBy(() -> lost.deliver(() -> {
			write("a");
			inAnotherThread(() -> {
				letTheLeaseRunOut();
				try (StreamLease successor = acquire()) {
					successor.deliver(() -> write("b"), at(successor, "c1"));
				}
				return null;
			});
		}, at(lost, "c1")));
		assertThat(lost.renew()).isFalse();
		lost.close();
		assertThat(this.database.jdbc().sql("SELECT ID FROM EFFECT").query(String.class).list()).containsExactly("b");
		assertThat(cursor()).isEqualTo("c1");
	}

	@Test
	void aLeaseThatWasTakenOverIsNotReleasedByWhoHadItBefore() {
		StreamLease lost = acquire();
		letTheLeaseRunOut();
		try (StreamLease successor = acquire()) {
			lost.close();
			assertThat(this.store.tryAcquire(STREAM)).isNull();
			assertThat(successor.renew()).isTrue();
		}
	}

	@Test
	void aLeaseThatRanOutButThatNobodyTookIsStillGood() throws Exception {
		try (StreamLease lease = acquire()) {
			letTheLeaseRunOut();
			lease.deliver(() -> write("a"), at(lease, "c1"));
			assertThat(this.store.tryAcquire(STREAM)).isNull();
			letTheLeaseRunOut();
			assertThat(lease.renew()).isTrue();
			assertThat(this.store.tryAcquire(STREAM)).isNull();
		}
		assertThat(effects()).isEqualTo(1);
	}

	@Test
	void aDeliveryThatTookLongDoesNotShortenTheLeaseThatWasRenewedMeanwhile() throws Exception {
		try (StreamLease lease = acquire()) {
			lease.deliver(() -> {
				write("a");
				inAnotherThread(() -> this.database.jdbc()
					.sql("UPDATE NANGO_STREAM SET LEASE_UNTIL = LEASE_UNTIL + 60000")
					.update());
			}, at(lease, "c1"));
			this.database.jdbc().sql("UPDATE NANGO_STREAM SET LEASE_UNTIL = LEASE_UNTIL - 60000").update();
			assertThat(this.store.tryAcquire(STREAM)).isNull();
		}
	}

	@Test
	void theTimeOfTheDatabaseIsThatOfTheWorld() {
		try (StreamLease lease = acquire()) {
			assertThat(lease).isNotNull();
			long until = this.database.jdbc().sql("SELECT LEASE_UNTIL FROM NANGO_STREAM").query(Long.class).single();
			assertThat(Instant.ofEpochMilli(until)).isBetween(Instant.now().minusSeconds(60),
					Instant.now().plusSeconds(120));
		}
	}

	@Test
	void aStreamThatSomebodyWorksOnIsNotUnfinishedUntilItsLeaseRunsOut() {
		try (StreamLease lease = acquire()) {
			lease.save(at(lease, "c1"));
			assertThat(this.store.unfinished("users")).isEmpty();
			letTheLeaseRunOut();
			assertThat(this.store.unfinished("users")).containsExactly(STREAM);
		}
	}

	@Test
	void nobodyWaitsForATransactionThatHasSavedAndNotEndedYet() throws Exception {
		try (StreamLease lease = acquire()) {
			// seen from outside, it stays like that until the transaction has ended
			letTheLeaseRunOut();
			List<Boolean> seen = new ArrayList<>();
			lease.deliver(() -> TransactionSynchronizationManager.registerSynchronization(beforeCommit(() -> {
				seen.add(inAnotherThread(lease::renew));
				seen.add(inAnotherThread(() -> this.store.tryAcquire(STREAM) != null));
			})), at(lease, "c1"));
			assertThat(seen).containsExactly(true, false);
		}
	}

	private static TransactionSynchronization beforeCommit(StreamLease.Work work) {
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

	@Test
	void whatFailsAtTheEndOfTheTransactionIsAFailureOfTheListener() throws Exception {
		try (StreamLease lease = acquire()) {
			assertThatIllegalStateException().isThrownBy(() -> lease.deliver(() -> {
				write("a");
				TransactionSynchronizationManager.registerSynchronization(beforeCommit(() -> {
					throw new IllegalArgumentException("no");
				}));
			}, at(lease, "c1"))).withCauseInstanceOf(IllegalArgumentException.class);
			assertThat(effects()).isZero();
			lease.deliver(() -> write("b"), at(lease, "c1"));
		}
		assertThat(effects()).isEqualTo(1);
	}

	@Test
	void whatFailsAfterTheCommitDoesNotMakeADeliveryHappenTwice() {
		try (StreamLease lease = acquire()) {
			assertThatIllegalStateException().isThrownBy(() -> lease.deliver(() -> {
				write("a");
				TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
					@Override
					public void afterCommit() {
						throw new IllegalStateException("no");
					}
				});
			}, at(lease, "c1")));
			assertThatExceptionOfType(StaleLeaseException.class)
				.isThrownBy(() -> lease.deliver(() -> write("again"), at(lease, "c1")));
		}
		assertThat(effects()).isEqualTo(1);
		assertThat(cursor()).isEqualTo("c1");
	}

	@Test
	void aListenerThatMarksTheTransactionToBeRolledBackHasFailed() {
		try (StreamLease lease = acquire()) {
			TransactionTemplate inner = new TransactionTemplate(this.database.transactions());
			assertThatExceptionOfType(UnexpectedRollbackException.class)
				.isThrownBy(() -> lease.deliver(() -> inner.executeWithoutResult((status) -> {
					write("a");
					status.setRollbackOnly();
				}), at(lease, "c1")));
			assertThat(lease.position().cursor()).isNull();
		}
		assertThat(effects()).isZero();
		assertThat(cursor()).isNull();
	}

	@Test
	void aListenerThatSwallowsAFailureOfItsStatementLosesNothing() throws Exception {
		write("a");
		try (StreamLease lease = acquire()) {
			try {
				lease.deliver(() -> {
					write("b");
					try {
						write("a");
					}
					catch (DataIntegrityViolationException ex) {
						// as if nothing had happened
					}
				}, at(lease, "c1"));
				assertThat(effects()).isEqualTo(2);
				assertThat(cursor()).isEqualTo("c1");
			}
			catch (UnexpectedRollbackException ex) {
				assertThat(effects()).isEqualTo(1);
				assertThat(cursor()).isNull();
			}
		}
	}

	@Test
	void aLeaseWhoseDeliveryWasUndoneCanBeUsedAgain() throws Exception {
		write("a");
		try (StreamLease lease = acquire()) {
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> lease.deliver(() -> write("a"), at(lease, "c1")));
			lease.deliver(() -> write("b"), at(lease, "c1"));
		}
		assertThat(effects()).isEqualTo(2);
	}

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
	void theNameOfTheInstanceStandsBesideTheStreamsItWorksOn() {
		JdbcStreamStore named = builder().instanceName("billing-1").build();
		try (StreamLease lease = named.tryAcquire(STREAM)) {
			assertThat(lease).isNotNull();
			assertThat(owner()).isEqualTo("billing-1");
		}
		assertThat(owner()).isEqualTo("nobody");
	}

	private String owner() {
		return this.database.jdbc()
			.sql("SELECT COALESCE(LEASE_OWNER, 'nobody') FROM NANGO_STREAM")
			.query(String.class)
			.single();
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

	@Test
	void takingOverTakesFromASecondToADay() {
		assertThat(this.store.takeOverAfter()).isEqualTo(Duration.ofSeconds(30));
		assertThat(builder().takeOverAfter(Duration.ofSeconds(1)).build().takeOverAfter())
			.isEqualTo(Duration.ofSeconds(1));
	}

}
