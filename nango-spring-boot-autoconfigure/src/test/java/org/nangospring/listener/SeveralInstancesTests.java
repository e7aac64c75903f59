package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * Containers that share a store whose leases run out, as instances of an application do.
 */
class SeveralInstancesTests {

	private static final Duration LEASE = Duration.ofSeconds(30);

	private ListenerFixture fixture;

	private ExpiringStore store;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.server.fill(SLACK, 0, 3);
		this.store = new ExpiringStore();
		this.fixture.store = this.store;
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	private RecordListenerContainer instance(RecordListener<ListenerFixture.User> listener) {
		RecordListenerContainer instance = this.fixture.container((builder) -> builder);
		instance.register(ListenerFixture.definition().options((options) -> options.batchSize(1)).batches(listener));
		return instance;
	}

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
	void theLeaseIsRenewedForAsLongAsAListenerTakes() {
		RecordListenerContainer[] other = new RecordListenerContainer[1];
		instance((batch) -> {
			for (int i = 0; i < 20; i++) {
				this.fixture.timing.advance(LEASE.dividedBy(3));
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
			this.fixture.timing.advance(LEASE.dividedBy(3));
			this.fixture.tasks.step();
			assertThat(this.store.whileLooking).isNull();
			this.fixture.remember(batch);
		});
		this.fixture.start();
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1", "acme:r2");
	}

	private void assertThatTheLeaseOutlastsItsTime(RecordStreamId stream) {
		for (int i = 0; i < 6; i++) {
			this.fixture.timing.advance(LEASE.dividedBy(3));
			assertThat(this.store.tryAcquire(stream)).isNull();
		}
	}

	@Test
	void leasesAreNoLongerRenewedAfterTheEnd() {
		instance(this.fixture::remember);
		this.fixture.start();
		this.fixture.listeners.stop();
		StreamLease lease = this.store.tryAcquire(this.fixture.stream("acme"));
		assertThat(lease).isNotNull();
		int renewals = this.store.renewals;
		this.fixture.advance(LEASE.multipliedBy(2));
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
			this.fixture.timing.advance(LEASE);
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
			this.fixture.timing.advance(LEASE);
			StreamLease other = this.store.tryAcquire(batch.stream());
			assertThat(other).isNotNull();
			other.close();
			this.fixture.remember(batch);
		});
		this.fixture.start();
		assertThat(this.fixture.delivered).containsExactly("acme:r0");
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
		this.fixture.advance(LEASE.dividedBy(3));
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
		this.fixture.advance(LEASE.dividedBy(3));
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
		assertThat(waited).isBetween(LEASE, LEASE.multipliedBy(4).dividedBy(3).plusSeconds(1));
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
		assertThat(secondsUntilDelivered()).isBetween(LEASE, LEASE.multipliedBy(4).dividedBy(3).plusSeconds(1));
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
		assertThat(secondsUntilDelivered()).isBetween(LEASE, LEASE.multipliedBy(4).dividedBy(3).plusSeconds(1));
		assertThat(this.fixture.delivered).containsExactly("acme:r3");
	}

	private Duration secondsUntilDelivered() {
		Duration waited = Duration.ZERO;
		while (this.fixture.delivered.isEmpty() && waited.compareTo(Duration.ofHours(1)) < 0) {
			waited = waited.plusSeconds(1);
			this.fixture.advance(Duration.ofSeconds(1));
		}
		return waited;
	}

	@Test
	void aStreamThatSomebodyElseFinishedIsLeftAlone() {
		instance(this.fixture::remember);
		this.fixture.start();
		this.fixture.server.forgetRequests();
		this.fixture.advance(LEASE.multipliedBy(4));
		assertThat(this.fixture.server.reads()).isEmpty();
	}

	/**
	 * Leases that run out unless they are renewed, as in a database.
	 */
	private final class ExpiringStore implements StreamStore {

		private final InMemoryStreamStore positions = new InMemoryStreamStore(
				SeveralInstancesTests.this.fixture.timing);

		private final Map<RecordStreamId, Lease> leases = new HashMap<>();

		private int renewals;

		private int questions;

		private @Nullable Runnable whileLooking;

		private boolean tellsOfTheDead;

		@Override
		public List<RecordStreamId> unfinished(String listenerId) {
			Runnable slow = this.whileLooking;
			this.whileLooking = null;
			if (slow != null) {
				slow.run();
			}
			List<RecordStreamId> unfinished = new ArrayList<>(StreamStore.super.unfinished(listenerId));
			this.leases.forEach((stream, lease) -> {
				if (this.tellsOfTheDead && !lease.until.isAfter(now()) && !unfinished.contains(stream)) {
					unfinished.add(stream);
				}
			});
			return unfinished;
		}

		void takeAway(RecordStreamId stream) {
			Lease other = new Lease(stream);
			this.leases.put(stream, other);
		}

		private Instant now() {
			return SeveralInstancesTests.this.fixture.timing.now();
		}

		@Override
		public @Nullable Lease tryAcquire(RecordStreamId stream) {
			Lease current = this.leases.get(stream);
			if (current != null && current.until.isAfter(now())) {
				return null;
			}
			this.positions.change(stream, (position) -> position);
			try (StreamLease any = this.positions.tryAcquire(stream)) {
				Lease lease = new Lease(stream);
				this.leases.put(stream, lease);
				return lease;
			}
		}

		@Override
		public @Nullable StreamPosition find(RecordStreamId stream) {
			this.questions++;
			return this.positions.find(stream);
		}

		@Override
		public List<StreamPosition> list(String listenerId) {
			this.questions++;
			return this.positions.list(listenerId);
		}

		@Override
		public @Nullable StreamPosition change(RecordStreamId stream, UnaryOperator<StreamPosition> change) {
			return this.positions.change(stream, change);
		}

		@Override
		public void delete(RecordStreamId stream) {
			this.positions.delete(stream);
		}

		@Override
		public Duration takeOverAfter() {
			return LEASE;
		}

		private final class Lease implements StreamLease {

			private final RecordStreamId stream;

			private Instant until;

			private StreamPosition position;

			Lease(RecordStreamId stream) {
				this.stream = stream;
				this.position = ExpiringStore.this.positions.find(stream);
				this.until = now().plus(LEASE);
			}

			@Override
			public StreamPosition position() {
				return this.position;
			}

			@Override
			public void deliver(Work work, StreamPosition next) throws Exception {
				work.run();
				save(next);
			}

			@Override
			public void save(StreamPosition next) {
				if (ExpiringStore.this.leases.get(this.stream) != this) {
					throw new StaleLeaseException(this.stream);
				}
				ExpiringStore.this.positions.change(this.stream, (current) -> next);
				this.position = next;
			}

			@Override
			public boolean renew() {
				ExpiringStore.this.renewals++;
				this.until = now().plus(LEASE);
				return ExpiringStore.this.leases.get(this.stream) == this;
			}

			@Override
			public void close() {
				ExpiringStore.this.leases.remove(this.stream, this);
			}

		}

	}

}
