package org.nangospring.listener;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What every store of positions has to hold.
 */
public abstract class StreamStoreContract {

	protected static final RecordStreamId STREAM = new RecordStreamId("users", "slack", "acme", "User", null);

	protected static final RecordStreamId OTHER = new RecordStreamId("users", "slack", "acme", "User", "eu");

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	/**
	 * The store, empty.
	 */
	protected abstract StreamStore store();

	private StreamLease acquire(RecordStreamId stream) {
		return Objects.requireNonNull(store().tryAcquire(stream), "lease");
	}

	private StreamPosition find(RecordStreamId stream) {
		return Objects.requireNonNull(store().find(stream), "position");
	}

	@Test
	public void aStreamThatIsNotKnownBeginsAtItsBeginning() {
		assertThat(store().find(STREAM)).isNull();
		try (StreamLease lease = acquire(STREAM)) {
			assertThat(lease.position().stream()).isEqualTo(STREAM);
			assertThat(lease.position().cursor()).isNull();
			assertThat(lease.position().state()).isEqualTo(StreamState.ACTIVE);
			assertThat(lease.position().isCaughtUp()).isFalse();
		}
		assertThat(find(STREAM).cursor()).isNull();
	}

	@Test
	public void aPositionIsKeptWithAllItsParts() {
		StreamFailure failure = new StreamFailure("java.lang.Error", "what happened", "r7", NOW.plusSeconds(5));
		try (StreamLease lease = acquire(STREAM)) {
			lease.save(lease.position()
				.delivered("cursor/+=\u00e4", 7, NOW.minusSeconds(60), NOW)
				.caughtUp(NOW.plusSeconds(3))
				.stopped(failure, NOW.plusSeconds(5)));
		}
		StreamPosition position = find(STREAM);
		assertThat(position.stream()).isEqualTo(STREAM);
		assertThat(position.cursor()).isEqualTo("cursor/+=\u00e4");
		assertThat(position.state()).isEqualTo(StreamState.STOPPED);
		assertThat(position.failure()).isEqualTo(failure);
		assertThat(position.records()).isEqualTo(7);
		assertThat(position.isCaughtUp()).isFalse();
		assertThat(position.caughtUpAt()).isEqualTo(NOW.plusSeconds(3));
		assertThat(position.newestChange()).isEqualTo(NOW.minusSeconds(60));
		assertThat(position.updatedAt()).isEqualTo(NOW.plusSeconds(5));
	}

	@Test
	public void aFailureWithLongTextsStillStopsTheStream() {
		String longText = "\u20ac\ud83d\ude00".repeat(4_000);
		try (StreamLease lease = acquire(STREAM)) {
			lease.save(lease.position().stopped(new StreamFailure("E" + longText, longText, longText, NOW), NOW));
		}
		StreamFailure failure = Objects.requireNonNull(find(STREAM).failure());
		assertThat(find(STREAM).state()).isEqualTo(StreamState.STOPPED);
		assertThat(failure.type()).startsWith("E\u20ac\ud83d\ude00");
		assertThat(failure.message()).startsWith("\u20ac\ud83d\ude00");
		assertThat(failure.recordId()).startsWith("\u20ac\ud83d\ude00").doesNotContain("?");
	}

	@Test
	public void theNextLeaseHasThePositionThatWasSaved() {
		try (StreamLease lease = acquire(STREAM)) {
			lease.save(lease.position().delivered("c1", 1, null, NOW));
			assertThat(lease.position().cursor()).isEqualTo("c1");
			lease.save(lease.position().delivered("c2", 1, null, NOW));
		}
		try (StreamLease lease = acquire(STREAM)) {
			assertThat(lease.position().cursor()).isEqualTo("c2");
			assertThat(lease.position().records()).isEqualTo(2);
		}
	}

	@Test
	public void aStreamHasOneLeaseAtATimeAndOthersHaveTheirOwn() throws Exception {
		try (StreamLease lease = acquire(STREAM)) {
			assertThat(inAnotherThread(STREAM)).isFalse();
			assertThat(inAnotherThread(OTHER)).isTrue();
			assertThat(lease.renew()).isTrue();
		}
		assertThat(inAnotherThread(STREAM)).isTrue();
	}

	/**
	 * Whether another thread gets a lease, which it releases again.
	 */
	private boolean inAnotherThread(RecordStreamId stream) throws InterruptedException {
		AtomicBoolean got = new AtomicBoolean();
		Thread thread = new Thread(() -> {
			StreamLease lease = store().tryAcquire(stream);
			got.set(lease != null);
			if (lease != null) {
				lease.close();
			}
		});
		thread.start();
		thread.join();
		return got.get();
	}

	@Test
	public void aDeliverySavesWhenTheWorkIsDone() throws Exception {
		try (StreamLease lease = acquire(STREAM)) {
			AtomicBoolean done = new AtomicBoolean();
			lease.deliver(() -> done.set(true), lease.position().delivered("c1", 1, null, NOW));
			assertThat(done).isTrue();
			assertThat(lease.position().cursor()).isEqualTo("c1");
		}
		assertThat(find(STREAM).cursor()).isEqualTo("c1");
	}

	@Test
	public void workThatFailsSavesNothingAndItsFailureComesThroughAsItIs() {
		try (StreamLease lease = acquire(STREAM)) {
			IllegalStateException failure = new IllegalStateException("no");
			assertThatIllegalStateException().isThrownBy(() -> lease.deliver(() -> {
				throw failure;
			}, lease.position().delivered("c1", 1, null, NOW))).isSameAs(failure);
			assertThat(lease.position().cursor()).isNull();
			lease.save(lease.position().delivered("c2", 1, null, NOW));
		}
		assertThat(find(STREAM).cursor()).isEqualTo("c2");
	}

	@Test
	public void aPositionThatSomebodyElseChangedIsNotOverwritten() {
		try (StreamLease lease = acquire(STREAM)) {
			lease.save(lease.position().delivered("c5", 5, null, NOW));
			AtomicInteger runs = new AtomicInteger();
			assertThatExceptionOfType(StaleLeaseException.class).isThrownBy(() -> lease.deliver(() -> {
				runs.incrementAndGet();
				store().change(STREAM, (position) -> position.movedTo("c1", NOW));
			}, lease.position().delivered("c6", 1, null, NOW)));
			assertThat(runs).hasValue(1);
			assertThat(find(STREAM).cursor()).isEqualTo("c1");
			assertThatExceptionOfType(StaleLeaseException.class)
				.isThrownBy(() -> lease.save(lease.position().delivered("c6", 1, null, NOW)));
		}
		try (StreamLease lease = acquire(STREAM)) {
			assertThat(lease.position().cursor()).isEqualTo("c1");
		}
	}

	@Test
	public void aChangeLeavesTheLeaseWithItsHolder() throws Exception {
		try (StreamLease lease = acquire(STREAM)) {
			store().change(STREAM, (position) -> position.movedTo("c1", NOW));
			assertThat(inAnotherThread(STREAM)).isFalse();
		}
		assertThat(inAnotherThread(STREAM)).isTrue();
	}

	@Test
	public void aChangeOfAStreamThatNobodyWorksOnIsSaved() {
		acquire(STREAM).close();
		assertThat(store().change(STREAM, (position) -> position.movedTo("c9", NOW))).isNotNull()
			.extracting(StreamPosition::cursor)
			.isEqualTo("c9");
		assertThat(find(STREAM).cursor()).isEqualTo("c9");
		assertThat(store().change(OTHER, (position) -> position)).isNull();
	}

	@Test
	public void aStreamThatIsForgottenIsNotSavedAgain() {
		try (StreamLease lease = acquire(STREAM)) {
			store().delete(STREAM);
			assertThatExceptionOfType(StaleLeaseException.class)
				.isThrownBy(() -> lease.save(lease.position().delivered("c1", 1, null, NOW)));
		}
		assertThat(store().find(STREAM)).isNull();
		store().delete(STREAM);
		try (StreamLease lease = acquire(STREAM)) {
			assertThat(lease.position().cursor()).isNull();
		}
	}

	@Test
	public void positionsAreListedByListener() {
		RecordStreamId foreign = new RecordStreamId("others", "slack", "acme", "User", null);
		acquire(STREAM).close();
		acquire(OTHER).close();
		acquire(foreign).close();
		assertThat(store().list("users")).extracting(StreamPosition::stream).containsExactlyInAnyOrder(STREAM, OTHER);
		assertThat(store().list("nobody")).isEmpty();
	}

	@Test
	public void streamsThatWereLeftBeforeTheirEndAreFound() {
		RecordStreamId stopped = new RecordStreamId("users", "slack", "globex", "User", null);
		try (StreamLease lease = acquire(STREAM)) {
			lease.save(lease.position().delivered("c1", 1, null, NOW));
		}
		try (StreamLease lease = acquire(OTHER)) {
			lease.save(lease.position().caughtUp(NOW));
		}
		try (StreamLease lease = acquire(stopped)) {
			lease.save(lease.position().stopped(new StreamFailure("E", null, null, NOW), NOW));
		}
		assertThat(store().unfinished("users")).containsExactly(STREAM);
	}

	@Test
	public void ofManyThatAskAtTheSameTimeOneGetsTheLease() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			AtomicInteger now = new AtomicInteger();
			AtomicInteger most = new AtomicInteger();
			AtomicInteger got = new AtomicInteger();
			CountDownLatch done = new CountDownLatch(8);
			for (int i = 0; i < 8; i++) {
				threads.execute(() -> {
					for (int round = 0; round < 50; round++) {
						try (StreamLease lease = store().tryAcquire(STREAM)) {
							if (lease != null) {
								most.accumulateAndGet(now.incrementAndGet(), Math::max);
								got.incrementAndGet();
								lease.save(lease.position().delivered("c", 1, null, NOW));
								now.decrementAndGet();
							}
						}
					}
					done.countDown();
				});
			}
			assertThat(done.await(120, TimeUnit.SECONDS)).isTrue();
			assertThat(most).hasValue(1);
			assertThat(find(STREAM).records()).isEqualTo(got.get()).isPositive();
		}
		finally {
			threads.shutdownNow();
		}
	}

}
