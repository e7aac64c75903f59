package org.nangospring.listener;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Leases are renewed for as long as somebody is at work.
 */
class LeaseRenewalTests extends AbstractInstancesTests {

	@Test
	void theLeaseIsRenewedForAsLongAsAListenerTakes() {
		RecordListenerContainer[] other = new RecordListenerContainer[1];
		instance((batch) -> {
			for (int i = 0; i < 20; i++) {
				this.fixture.timing.advance(ExpiringStore.LEASE.dividedBy(3));
				other[0].trigger(batch.stream());
				this.fixture.tasks.step();
			}
			this.fixture.remember(batch);
		});
		RecordListenerContainer first = this.fixture.listeners;
		other[0] = instance((batch) -> this.fixture.delivered.add("other"));
		first.start();
		this.fixture.tasks.drain();
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1", "acme:r2");
		assertThat(this.store.renewals).isGreaterThan(20);
	}

	@Test
	void theLeaseIsRenewedAlthoughTheExecutorHasNoThreadLeft() {
		boolean[] full = { false };
		RecordListenerContainer first = this.fixture.container((builder) -> builder.executor((task) -> {
			if (full[0]) {
				throw new RejectedExecutionException("full");
			}
			this.fixture.tasks.execute(task);
		}));
		first.register(ListenerFixture.definition().batches((batch) -> {
			full[0] = true;
			assertThatTheLeaseOutlastsItsTime(batch.stream());
			this.fixture.remember(batch);
		}));
		first.start();
		this.fixture.tasks.drain();
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1", "acme:r2");
	}

	@Test
	void theLeaseIsRenewedWhileTheStoreTakesItsTimeToSayWhatIsUnfinished() {
		instance((batch) -> {
			this.store.whileLooking = () -> assertThatTheLeaseOutlastsItsTime(batch.stream());
			this.fixture.timing.advance(ExpiringStore.LEASE.dividedBy(3));
			this.fixture.tasks.step();
			assertThat(this.store.whileLooking).isNull();
			this.fixture.remember(batch);
		});
		this.fixture.start();
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1", "acme:r2");
	}

	@Test
	void leasesAreNoLongerRenewedAfterTheEnd() {
		instance(this.fixture::remember);
		this.fixture.start();
		this.fixture.listeners.stop();
		StreamLease lease = this.store.tryAcquire(this.fixture.stream("acme"));
		assertThat(lease).isNotNull();
		int renewals = this.store.renewals;
		this.fixture.advance(ExpiringStore.LEASE.multipliedBy(2));
		assertThat(this.store.renewals).isEqualTo(renewals);
	}

	@Test
	void theLeaseOfAListenerThatHangsSinceAnEarlierStopIsNotRenewedAfterTheEndEither() {
		instance((batch) -> {
			this.fixture.listeners.stop();
			this.fixture.timing.advance(Duration.ofSeconds(30));
			this.fixture.listeners.start();
			this.fixture.listeners.stop();
			assertThatTheLeaseOutlastsItsTime(batch.stream());
			this.fixture.listeners.destroy();
			this.fixture.timing.advance(ExpiringStore.LEASE);
			StreamLease other = this.store.tryAcquire(batch.stream());
			this.fixture.remember(batch);
			assertThat(other).isNotNull();
			other.close();
			this.fixture.events.add("free");
		});
		this.fixture.start();
		assertThat(this.fixture.events).contains("free");
	}

	@Test
	void theLeaseOfAListenerThatDoesNotReturnInTimeIsRenewedUntilTheContainerIsDestroyed() {
		instance((batch) -> {
			this.fixture.listeners.stop();
			this.fixture.timing.advance(Duration.ofSeconds(30));
			assertThatTheLeaseOutlastsItsTime(batch.stream());
			this.fixture.listeners.destroy();
			this.fixture.timing.advance(ExpiringStore.LEASE);
			StreamLease other = this.store.tryAcquire(batch.stream());
			assertThat(other).isNotNull();
			other.close();
			this.fixture.remember(batch);
		});
		this.fixture.start();
		assertThat(this.fixture.delivered).containsExactly("acme:r0");
	}

	private void assertThatTheLeaseOutlastsItsTime(RecordStreamId stream) {
		for (int i = 0; i < 6; i++) {
			this.fixture.timing.advance(ExpiringStore.LEASE.dividedBy(3));
			assertThat(this.store.tryAcquire(stream)).isNull();
		}
	}

}
