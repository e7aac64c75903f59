package org.nangospring.listener.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.nangospring.listener.StaleLeaseException;
import org.nangospring.listener.StreamLease;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who may work on a stream, by the clock of the database.
 */
abstract class JdbcLeaseContract extends JdbcTransactionContract {

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
	void takingOverTakesFromASecondToADay() {
		assertThat(this.store.takeOverAfter()).isEqualTo(Duration.ofSeconds(30));
		assertThat(builder().takeOverAfter(Duration.ofSeconds(1)).build().takeOverAfter())
			.isEqualTo(Duration.ofSeconds(1));
	}

}
