package org.nangospring.listener.integration;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.listener.ListenerFixture;
import org.nangospring.listener.StaleLeaseException;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;

import org.springframework.integration.metadata.SimpleMetadataStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Streams whose instance died, with positions in a metadata store and locks that run out.
 */
class LeftMetadataStreamsTests {

	private static final Duration LEASE = Duration.ofSeconds(30);

	private final ConcurrentMap<String, String> values = new ConcurrentHashMap<>();

	private final SimpleMetadataStore metadata = new SimpleMetadataStore(this.values);

	private ListenerFixture fixture;

	private MetadataStreamStore here;

	private MetadataStreamStore there;

	@BeforeEach
	void start() throws Exception {
		this.fixture = new ListenerFixture();
		ExpiringLocks locks = new ExpiringLocks(this.fixture.timing);
		this.here = instance(locks);
		this.there = instance(locks.elsewhere());
		this.fixture.server.connect("slack", "acme").fill(ListenerFixture.SLACK, 0, 3);
		this.fixture.store = this.here;
		this.fixture.container((builder) -> builder).register(this.fixture.users());
		this.fixture.start();
		assertThat(this.fixture.delivered).hasSize(3);
		this.fixture.delivered.clear();
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	private MetadataStreamStore instance(ExpiringLocks locks) {
		return MetadataStreamStore.builder(this.metadata, locks)
			.takeOverAfter(LEASE)
			.timing(this.fixture.timing)
			.build();
	}

	private StreamLease acquireThere() {
		return Objects.requireNonNull(this.there.tryAcquire(this.fixture.stream("acme")), "lease");
	}

	private StreamPosition after(StreamLease lease, boolean caughtUp) {
		return StreamPosition.builder(lease.position().stream(), lease.position().createdAt())
			.cursor("c4")
			.caughtUp(caughtUp)
			.caughtUpAt(this.fixture.timing.now())
			.build();
	}

	/** As far as anybody else can see, the instance dies within the listener. */
	private void fail(StreamLease lease) {
		assertThatIllegalStateException().isThrownBy(() -> lease.deliver(() -> {
			throw new IllegalStateException("no");
		}, after(lease, false)));
	}

	@Test
	void aStreamThatADeadInstanceHadJustBegunWithAgainIsTakenOverInTime() {
		this.fixture.server.fill(ListenerFixture.SLACK, 3, 4);
		StreamLease dead = acquireThere();
		fail(dead);
		Duration waited = Duration.ZERO;
		while (this.fixture.delivered.isEmpty() && waited.compareTo(Duration.ofHours(1)) < 0) {
			waited = waited.plusSeconds(1);
			this.fixture.advance(Duration.ofSeconds(1));
		}
		assertThat(this.fixture.delivered).containsExactly("acme:r3");
		assertThat(waited).isBetween(LEASE, LEASE.multipliedBy(4).dividedBy(3).plusSeconds(1));
		StreamPosition taken = this.fixture.position("acme");
		// had it merely been paused, it would put nothing back
		dead.close();
		assertThat(this.fixture.position("acme")).usingRecursiveComparison().isEqualTo(taken);
	}

	@Test
	void aStreamIsUnfinishedFromItsFirstDeliveryToItsEnd() throws Exception {
		try (StreamLease lease = acquireThere()) {
			assertThat(this.here.unfinished("slack-User")).isEmpty();
			lease.deliver(
					() -> assertThat(this.here.unfinished("slack-User")).containsExactly(lease.position().stream()),
					after(lease, false));
			assertThat(this.here.unfinished("slack-User")).hasSize(1);
			lease.save(after(lease, true));
			assertThat(this.here.unfinished("slack-User")).isEmpty();
		}
	}

	@Test
	void aStreamWhoseFirstDeliveryFailedIsAtItsEndAgainWhenItIsReleased() {
		StreamPosition before = this.fixture.position("acme");
		try (StreamLease lease = acquireThere()) {
			fail(lease);
			assertThat(lease.position().isCaughtUp()).isTrue();
			assertThat(this.here.unfinished("slack-User")).hasSize(1);
			fail(lease);
		}
		assertThat(this.here.unfinished("slack-User")).isEmpty();
		assertThat(this.fixture.position("acme")).usingRecursiveComparison().isEqualTo(before);
	}

	@Test
	void aPositionThatSomebodyElseChangesMeanwhileStaysAsItIs() {
		try (StreamLease lease = acquireThere()) {
			fail(lease);
			this.here.change(lease.position().stream(), (position) -> after(lease, false));
			assertThatExceptionOfType(StaleLeaseException.class).isThrownBy(() -> lease.save(after(lease, true)));
		}
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c4");
		assertThat(this.fixture.position("acme").isCaughtUp()).isFalse();
	}

	@Test
	void aStreamThatHasNothingToDeliverIsStoredOnce() {
		String stored = String.valueOf(this.values);
		try (StreamLease lease = acquireThere()) {
			assertThat(this.values).hasToString(stored);
			lease.save(after(lease, true));
			stored = String.valueOf(this.values);
		}
		assertThat(this.values).hasToString(stored);
	}

}
