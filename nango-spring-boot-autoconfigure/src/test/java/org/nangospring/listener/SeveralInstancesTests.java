package org.nangospring.listener;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * Containers that share a store whose leases run out, as instances of an application do.
 */
class SeveralInstancesTests extends AbstractInstancesTests {

	@Test
	void aStreamThatSomebodyElseHasIsTriedAgainUntilItIsFree() {
		StreamLease other = this.store.tryAcquire(this.fixture.stream("acme"));
		instance(this.fixture::remember);
		this.fixture.start();
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.ELSEWHERE);
		other.save(other.position().delivered("c1", 1, null, this.fixture.timing.now()));
		other.close();
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.delivered).containsExactly("acme:r1", "acme:r2");
	}

	@Test
	void aHintForAStreamThatSomebodyElseHasIsNotForgotten() {
		instance(this.fixture::remember);
		this.fixture.start();
		// it has read to the end and not released yet when the change comes
		StreamLease other = this.store.tryAcquire(this.fixture.stream("acme"));
		this.fixture.server.fill(SLACK, 3, 4);
		this.fixture.synced("acme");
		other.close();
		assertThat(this.fixture.delivered).hasSize(3);
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.delivered).hasSize(4).endsWith("acme:r3");
	}

	@Test
	void aStreamThatWasResumedElsewhereIsNoLongerStoppedHere() {
		boolean[] broken = { true };
		RecordListener<ListenerFixture.User> listener = (batch) -> {
			if (broken[0]) {
				throw new IllegalStateException();
			}
			this.fixture.remember(batch);
		};
		RecordListenerContainer first = instance(listener);
		first.start();
		RecordListenerContainer second = instance(listener);
		second.start();
		this.fixture.tasks.drain();
		assertThat(first.streams()).extracting(RecordStream::activity).containsExactly(StreamActivity.STOPPED);
		assertThat(second.streams()).extracting(RecordStream::activity).containsExactly(StreamActivity.STOPPED);
		broken[0] = false;
		first.resume(this.fixture.stream("acme"));
		this.fixture.tasks.drain();
		assertThat(this.fixture.delivered).hasSize(3);
		assertThat(second.streams()).extracting(RecordStream::activity).containsExactly(StreamActivity.STOPPED);
		this.fixture.advance(ExpiringStore.LEASE.dividedBy(3));
		assertThat(second.streams()).extracting(RecordStream::activity).containsExactly(StreamActivity.IDLE);
		assertThat(second.streams().get(0).problem()).isNull();
	}

	@Test
	void manyStreamsThatAreStoppedCostOneQuestion() {
		for (int i = 0; i < 30; i++) {
			this.fixture.server.connect("slack", "c" + i).fill("slack/c" + i + "/User", 0, 1);
		}
		instance((batch) -> {
			throw new IllegalStateException();
		});
		this.fixture.start();
		this.store.questions = 0;
		this.fixture.advance(ExpiringStore.LEASE.dividedBy(3));
		// one for what is unfinished
		assertThat(this.store.questions).isEqualTo(2);
		assertThat(this.fixture.listeners.streams()).hasSize(31)
			.allMatch((stream) -> stream.activity() == StreamActivity.STOPPED);
	}

	@Test
	void anInstanceThatLostItsLeaseSavesNothingAndBeginsNoFurtherBatch() {
		instance((batch) -> {
			this.fixture.remember(batch);
			if (this.fixture.delivered.size() == 2) {
				this.store.takeAway(batch.stream());
			}
		});
		this.fixture.start();
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1");
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c1");
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.ELSEWHERE);
	}

}
