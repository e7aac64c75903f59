package org.nangospring.listener.jdbc;

import org.junit.jupiter.api.Test;
import org.nangospring.listener.StaleLeaseException;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a listener writes and the position are in one transaction.
 */
abstract class JdbcTransactionContract extends JdbcStoreFixture {

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

}
