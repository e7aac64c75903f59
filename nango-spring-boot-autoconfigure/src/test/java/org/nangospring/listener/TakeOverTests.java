package org.nangospring.listener;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * What an instance has left that died is taken over by another.
 */
class TakeOverTests extends AbstractInstancesTests {

	@Test
	void aStreamThatADeadInstanceLeftUnfinishedIsTakenOverWhenItsLeaseHasRunOut() {
		instance(this.fixture::remember);
		this.fixture.start();
		this.fixture.server.fill(SLACK, 3, 5);
		// another instance takes the stream, delivers a part and dies
		StreamLease dead = this.store.tryAcquire(this.fixture.stream("acme"));
		dead.save(dead.position().delivered("c4", 1, null, this.fixture.timing.now()));
		this.fixture.delivered.clear();
		Duration waited = secondsUntilDelivered();
		assertThat(this.fixture.delivered).containsExactly("acme:r4");
		assertThat(waited).isBetween(ExpiringStore.LEASE,
				ExpiringStore.LEASE.multipliedBy(4).dividedBy(3).plusSeconds(1));
	}

	@Test
	void aStreamOfADeadInstanceThatSomebodyWaitsForIsTakenOverInTime() {
		instance(this.fixture::remember);
		this.fixture.start();
		this.fixture.delivered.clear();
		// another instance has just begun with a change, so the stream is still saved as
		// read to its end
		StreamLease dead = this.store.tryAcquire(this.fixture.stream("acme"));
		this.fixture.server.fill(SLACK, 3, 4);
		this.fixture.synced("acme");
		for (int i = 0; i < 5; i++) {
			this.fixture.advance(Duration.ofSeconds(1));
		}
		dead.renew();
		assertThat(secondsUntilDelivered()).isBetween(ExpiringStore.LEASE,
				ExpiringStore.LEASE.multipliedBy(4).dividedBy(3).plusSeconds(1));
		assertThat(this.fixture.delivered).containsExactly("acme:r3");
	}

	@Test
	void aStreamOfADeadInstanceThatNobodyElseKnowsToHaveChangesIsTakenOverInTime() {
		this.store.tellsOfTheDead = true;
		instance(this.fixture::remember);
		this.fixture.start();
		this.fixture.delivered.clear();
		this.store.tryAcquire(this.fixture.stream("acme"));
		this.fixture.server.fill(SLACK, 3, 4);
		assertThat(secondsUntilDelivered()).isBetween(ExpiringStore.LEASE,
				ExpiringStore.LEASE.multipliedBy(4).dividedBy(3).plusSeconds(1));
		assertThat(this.fixture.delivered).containsExactly("acme:r3");
	}

	@Test
	void aStreamThatSomebodyElseFinishedIsLeftAlone() {
		instance(this.fixture::remember);
		this.fixture.start();
		this.fixture.server.forgetRequests();
		this.fixture.advance(ExpiringStore.LEASE.multipliedBy(4));
		assertThat(this.fixture.server.reads()).isEmpty();
	}

	private Duration secondsUntilDelivered() {
		Duration waited = Duration.ZERO;
		while (this.fixture.delivered.isEmpty() && waited.compareTo(Duration.ofHours(1)) < 0) {
			waited = waited.plusSeconds(1);
			this.fixture.advance(Duration.ofSeconds(1));
		}
		return waited;
	}

}
