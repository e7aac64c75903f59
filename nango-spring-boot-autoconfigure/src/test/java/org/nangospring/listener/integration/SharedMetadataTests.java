package org.nangospring.listener.integration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nangospring.listener.ListenerFixture;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StaleLeaseException;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.StreamStoreException;

import org.springframework.integration.metadata.SimpleMetadataStore;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.integration.support.locks.RenewableLockRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Several instances on one metadata store, and what goes wrong there.
 */
class SharedMetadataTests {

	private static final RecordStreamId STREAM = new RecordStreamId("users", "slack", "acme", "User", null);

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private final ConcurrentMap<String, String> values = new ConcurrentHashMap<>();

	private final SimpleMetadataStore metadata = new SimpleMetadataStore(this.values);

	private MetadataStreamStore instance(LockRegistry<?> locks) {
		return MetadataStreamStore.builder(this.metadata, locks).build();
	}

	private static StreamLease acquire(StreamStore store) {
		return Objects.requireNonNull(store.tryAcquire(STREAM), "lease");
	}

	private static StreamPosition after(StreamLease lease, String cursor) {
		StreamPosition position = lease.position();
		return StreamPosition.builder(position.stream(), position.createdAt()).cursor(cursor).build();
	}

	@Test
	void whenALockHasRunOutTheFirstWhoSavesWinsAndTheOtherSavesNothing() throws Exception {
		// separate registries: each believes to have the lock
		MetadataStreamStore one = instance(new DefaultLockRegistry());
		MetadataStreamStore two = instance(new DefaultLockRegistry());
		try (StreamLease paused = acquire(one); StreamLease successor = acquire(two)) {
			successor.deliver(() -> {
			}, after(successor, "c2"));
			assertThatExceptionOfType(StaleLeaseException.class).isThrownBy(() -> paused.deliver(() -> {
			}, after(paused, "c1")));
			assertThat(successor.position().cursor()).isEqualTo("c2");
			successor.save(after(successor, "c3"));
		}
		assertThat(Objects.requireNonNull(one.find(STREAM)).cursor()).isEqualTo("c3");
	}

	@Test
	void instancesThatShareLocksWorkOnAStreamOneAtATime() {
		DefaultLockRegistry locks = new DefaultLockRegistry();
		MetadataStreamStore one = instance(locks);
		MetadataStreamStore two = instance(locks);
		AtomicBoolean got = new AtomicBoolean();
		try (StreamLease lease = acquire(one)) {
			lease.save(after(lease, "c1"));
			inAnotherThread(() -> got.set(two.tryAcquire(STREAM) != null));
			assertThat(got).isFalse();
		}
		try (StreamLease lease = acquire(two)) {
			assertThat(lease.position().cursor()).isEqualTo("c1");
		}
	}

	@Test
	void alsoTheThreadThatHasALeaseGetsNoSecondOne() {
		MetadataStreamStore store = instance(new DefaultLockRegistry());
		try (StreamLease lease = acquire(store)) {
			assertThat(lease.position().cursor()).isNull();
			assertThat(store.tryAcquire(STREAM)).isNull();
		}
		acquire(store).close();
	}

	@Test
	void nothingIsDeliveredWithALockThatIsKnownToBeLost() {
		Renewable locks = new Renewable();
		MetadataStreamStore store = instance(locks);
		AtomicBoolean delivered = new AtomicBoolean();
		try (StreamLease lease = acquire(store)) {
			assertThat(lease.renew()).isTrue();
			locks.failure = new IllegalStateException("Could not renew mutex");
			assertThat(lease.renew()).isFalse();
			assertThatExceptionOfType(StaleLeaseException.class)
				.isThrownBy(() -> lease.deliver(() -> delivered.set(true), after(lease, "c1")));
		}
		assertThat(delivered).isFalse();
	}

	@Test
	void aLockThatOnlyItsThreadMayRenewIsRenewedWhileTheListenerRuns() throws Exception {
		Renewable locks = new Renewable();
		MetadataStreamStore store = MetadataStreamStore.builder(this.metadata, locks)
			.takeOverAfter(Duration.ofMinutes(2))
			.build();
		try (StreamLease lease = acquire(store)) {
			lease.deliver(() -> {
				locks.renewals.clear();
				inAnotherThread(() -> assertThat(lease.renew()).isTrue());
				assertThat(locks.renewals).containsExactly(Duration.ofMinutes(2));
			}, after(lease, "c1"));
		}
		acquire(store).close();
	}

	@Test
	void aLockThatCanBeRenewedIsRenewedWithoutAnySetting() {
		Renewable locks = new Renewable();
		MetadataStreamStore store = instance(locks);
		assertThat(store.takeOverAfter()).isEqualTo(Duration.ofSeconds(30));
		try (StreamLease lease = acquire(store)) {
			assertThat(lease.renew()).isTrue();
		}
		assertThat(locks.renewals).containsExactly(Duration.ofSeconds(30));
	}

	@Test
	void aLockThatWasReleasedIsNotRenewed() {
		StreamLease lease = acquire(instance(new Renewable()));
		lease.close();
		assertThat(lease.renew()).isFalse();
	}

	@Test
	void aRegistryThatCannotBeReachedIsAFailureOfTheStore() {
		Renewable locks = new Renewable();
		MetadataStreamStore store = instance(locks);
		try (StreamLease lease = acquire(store)) {
			locks.failure = new UnsupportedOperationException("down");
			assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> lease.deliver(() -> {
			}, after(lease, "c1")));
		}
		MetadataStreamStore broken = instance((LockRegistry<Lock>) (key) -> {
			throw new UnsupportedOperationException("down");
		});
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> broken.tryAcquire(STREAM));
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> broken.tryAcquire(STREAM));
	}

	@Test
	void aStoreThatFailsLeavesNoLockBehind() {
		AtomicBoolean down = new AtomicBoolean(true);
		MetadataStreamStore store = MetadataStreamStore.builder(new SimpleMetadataStore() {
			@Override
			public @Nullable String get(String key) {
				if (down.get()) {
					throw new UnsupportedOperationException("down");
				}
				return super.get(key);
			}
		}, new DefaultLockRegistry()).build();
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> store.tryAcquire(STREAM));
		down.set(false);
		inAnotherThread(() -> acquire(store).close());
		acquire(store).close();
	}

	@Test
	void aListenerGoesOnAfterARestartWhereItCameTo() throws Exception {
		try (ListenerFixture fixture = new ListenerFixture()) {
			fixture.server.connect("slack", "acme").fill(ListenerFixture.SLACK, 0, 1_200);
			fixture.store = instance(new DefaultLockRegistry());
			fixture.container((builder) -> builder).register(fixture.users());
			fixture.start();
			fixture.listeners.stop();
			fixture.server.fill(ListenerFixture.SLACK, 1_200, 1_203);
			fixture.store = instance(new DefaultLockRegistry());
			fixture.container((builder) -> builder).register(fixture.users());
			fixture.start();
			assertThat(fixture.delivered)
				.containsExactlyElementsOf(IntStream.range(0, 1_203).mapToObj((i) -> "acme:r" + i).toList());
			assertThat(fixture.position("acme").records()).isEqualTo(1_203);
		}
	}

	@Test
	void manyStreamsAreListedAlthoughValuesStayShort() {
		MetadataStreamStore one = instance(new DefaultLockRegistry());
		MetadataStreamStore two = instance(new DefaultLockRegistry());
		List<RecordStreamId> streams = IntStream.range(0, 300)
			.mapToObj((i) -> new RecordStreamId("users", "slack", "connection-" + i, "User", null))
			.toList();
		for (int i = 0; i < streams.size(); i++) {
			Objects.requireNonNull(((i % 2 == 0) ? one : two).tryAcquire(streams.get(i))).close();
		}
		assertThat(one.list("users")).extracting(StreamPosition::stream).containsExactlyInAnyOrderElementsOf(streams);
		assertThat(this.values.values()).allSatisfy((value) -> assertThat(value).hasSizeLessThan(4_000));
		assertThat(this.values.keySet()).allSatisfy((key) -> assertThat(key).startsWith("nango:").hasSizeLessThan(100));
		streams.subList(0, 299).forEach(two::delete);
		assertThat(one.list("users")).extracting(StreamPosition::stream).containsExactly(streams.get(299));
		streams.forEach((stream) -> Objects.requireNonNull(one.tryAcquire(stream)).close());
		assertThat(two.list("users")).hasSize(300);
	}

	@Test
	void applicationsWithDifferentPrefixesDoNotSeeEachOther() {
		MetadataStreamStore one = instance(new DefaultLockRegistry());
		MetadataStreamStore other = MetadataStreamStore.builder(this.metadata, new DefaultLockRegistry())
			.keyPrefix("billing:")
			.takeOverAfter(Duration.ofMinutes(1))
			.build();
		acquire(one).close();
		assertThat(other.find(STREAM)).isNull();
		assertThat(other.list("users")).isEmpty();
		assertThat(other.takeOverAfter()).isEqualTo(Duration.ofMinutes(1));
		assertThat(one.takeOverAfter()).isNull();
	}

	@Test
	void aValueOfSomebodyElseIsNamedAsWhatItIs() {
		MetadataStreamStore store = instance(new DefaultLockRegistry());
		acquire(store).close();
		this.values.replaceAll((key, value) -> "secret");
		assertThatThrownBy(() -> store.find(STREAM)).isInstanceOf(StreamStoreException.class)
			.hasMessageContaining("key prefix")
			.hasStackTraceContaining("not valid JSON")
			.satisfies((ex) -> assertThat(String.valueOf(ex.getCause())).doesNotContain("secret"));
	}

	private static void inAnotherThread(Runnable action) {
		CompletableFuture.runAsync(action, (task) -> new Thread(task).start()).join();
	}

	private static final class Renewable implements RenewableLockRegistry<Lock> {

		private final DefaultLockRegistry locks = new DefaultLockRegistry();

		private final List<Duration> renewals = new CopyOnWriteArrayList<>();

		private volatile @Nullable RuntimeException failure;

		@Override
		public Lock obtain(Object lockKey) {
			return this.locks.obtain(lockKey);
		}

		@Override
		public void renewLock(Object lockKey) {
			throw new UnsupportedOperationException("nobody knows for how long");
		}

		@Override
		public void renewLock(Object lockKey, Duration ttl) {
			if (this.failure != null) {
				throw this.failure;
			}
			if (!((ReentrantLock) obtain(lockKey)).isHeldByCurrentThread()) {
				throw new IllegalMonitorStateException("another thread");
			}
			this.renewals.add(ttl);
		}

	}

}
