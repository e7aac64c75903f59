package org.nangospring.listener;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.fault.SmallServer;
import org.nangospring.listener.ListenerObserver.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * Answers of Nango that stay the same however often it is asked, and a store that fails.
 */
class LastingFailureTests {

	private final List<FailureKind> failures = new CopyOnWriteArrayList<>();

	private ListenerFixture fixture;

	@BeforeEach
	void begin() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.server.fill(SLACK, 0, 3);
		this.fixture.container((builder) -> builder.observer(new ListenerObserver() {
			@Override
			public void failed(RecordStreamId stream, FailureKind kind, Throwable failure) {
				LastingFailureTests.this.failures.add(kind);
			}
		}));
		this.fixture.listeners.register(this.fixture.users());
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	private void refuseTheCursor() {
		this.fixture.start();
		this.fixture.listeners.rewind(this.fixture.stream("acme"), "expired");
		this.fixture.tasks.drain();
	}

	private StreamState stateAfter(Duration time) {
		for (Duration waited = Duration.ZERO; waited.compareTo(time) < 0; waited = waited.plusSeconds(1)) {
			this.fixture.advance(Duration.ofSeconds(1));
		}
		return this.fixture.position("acme").state();
	}

	@Test
	void aCursorThatNangoRefusesManyTimesOverALongTimeStopsTheStream() {
		refuseTheCursor();
		assertThat(stateAfter(Duration.ofMinutes(15).minusSeconds(1))).isEqualTo(StreamState.ACTIVE);
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
		assertThat(stateAfter(Duration.ofMinutes(6))).isEqualTo(StreamState.STOPPED);
		StreamPosition position = this.fixture.position("acme");
		assertThat(Objects.requireNonNull(position.failure()).message()).contains("500");
		assertThat(this.fixture.events(RecordStreamStopped.class)).hasSize(1);
		assertThat(this.failures).hasSizeGreaterThanOrEqualTo(10).containsOnly(FailureKind.NANGO);
	}

	@Test
	void aStreamThatStoppedBecauseOfItsCursorCanBeReadFromItsBeginning() {
		aCursorThatNangoRefusesManyTimesOverALongTimeStopsTheStream();
		this.fixture.delivered.clear();
		this.fixture.listeners.rereadFromBeginning(this.fixture.stream("acme"));
		this.fixture.tasks.drain();
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1", "acme:r2");
	}

	@Test
	void aFewRefusalsWithinALongTimeStopNothing() {
		refuseTheCursor();
		this.fixture.advance(Duration.ofHours(1));
		this.fixture.advance(Duration.ofHours(1));
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.ACTIVE);
	}

	@Test
	void anOutageIsNotTakenForACursorThatIsRefused() {
		this.fixture.start();
		this.fixture.server.failing((request) -> request.isRead() ? RecordsServer.error(500, "server_error") : null);
		this.fixture.synced("acme");
		assertThat(stateAfter(Duration.ofHours(1))).isEqualTo(StreamState.ACTIVE);
		this.fixture.server.working();
		this.fixture.server.fill(SLACK, 3, 4);
		assertThat(stateAfter(Duration.ofMinutes(5))).isEqualTo(StreamState.ACTIVE);
		assertThat(this.fixture.delivered).hasSize(4);
	}

	@Test
	void theStreamWithoutTheCursorIsReadInPagesOfTheSameSize() {
		this.fixture.container((builder) -> builder.options(RecordListenerOptions.defaults().pageSize(7)));
		this.fixture.listeners.register(this.fixture.users());
		refuseTheCursor();
		assertThat(this.fixture.server.reads()).extracting((read) -> read.query().get("limit")).containsOnly("7");
	}

	@Test
	void recordsThatDoNotFitInMemoryTogetherAreFetchedOneByOne() throws Exception {
		this.fixture.server.put(SLACK, "big1", ",\"text\":\"" + "x".repeat(300_000) + "\"");
		this.fixture.server.put(SLACK, "big2", ",\"text\":\"" + "x".repeat(300_000) + "\"");
		try (NangoClient small = TestClients.builder(this.fixture.server.url(), new ManualTiming())
			.maxInMemorySize(400_000)
			.build()) {
			RecordListenerContainer container = RecordListenerContainer.builder(small)
				.store(this.fixture.store)
				.timing(this.fixture.timing)
				.executor(this.fixture.tasks)
				.build();
			container.register(this.fixture.users());
			container.start();
			this.fixture.tasks.drain();
			assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1", "acme:r2", "acme:big1",
					"acme:big2");
			this.fixture.server.put(SLACK, "huge", ",\"text\":\"" + "x".repeat(500_000) + "\"");
			container.trigger(this.fixture.stream("acme"));
			this.fixture.tasks.drain();
			assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.STOPPED);
			container.destroy();
		}
	}

	@Test
	void aRequestThatNangoRefusesAsWrongStopsTheStream() {
		this.fixture.server.failing((request) -> request.isRead() ? RecordsServer.error(400, "invalid_query") : null);
		this.fixture.start();
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.STOPPED);
		assertThat(Objects.requireNonNull(this.fixture.position("acme").failure()).message()).contains("invalid_query");
	}

	@Test
	void aKeyThatIsRefusedStopsNothing() {
		this.fixture.server.failing((request) -> request.isRead() ? RecordsServer.error(401, "unauthorized") : null);
		this.fixture.start();
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.ACTIVE);
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
	}

	@Test
	void anAnswerThatIsNoJsonStopsNothing() {
		this.fixture.server.failing((request) -> request.isRead()
				? SmallServer.ok("<html>").replace("application/json", "text/html") : null);
		this.fixture.start();
		this.fixture.server.working();
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.delivered).hasSize(3);
	}

	@Test
	void aStoreThatFailsStopsNothingAndSkipsNothing() {
		FailingStore store = new FailingStore(this.fixture.store);
		this.fixture.container((builder) -> builder.store(store).errorHandler(RecordErrorHandler.skipping()));
		this.fixture.listeners.register(this.fixture.users());
		store.failing = true;
		this.fixture.start();
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
		store.failing = false;
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.position("acme").records()).isEqualTo(3);
		assertThat(this.fixture.position("acme").isCaughtUp()).isTrue();
	}

	@Test
	void aPositionThatIsChangedDuringADeliveryIsNotOverwritten() {
		ListenerFixture current = this.fixture;
		current.container((builder) -> builder);
		current.listeners.register(ListenerFixture.definition().batches((batch) -> {
			current.remember(batch);
			if (current.delivered.size() == 3) {
				current.listeners.rewind(batch.stream(), "c2");
			}
		}));
		current.start();
		assertThat(current.delivered).containsExactly("acme:r0", "acme:r1", "acme:r2", "acme:r2");
		assertThat(current.position("acme").cursor()).isEqualTo("c3");
		assertThat(current.position("acme").records()).isEqualTo(1);
	}

	@Test
	void aStreamIsReadAgainAfterACursorOrFromItsBeginning() {
		this.fixture.start();
		this.fixture.delivered.clear();
		this.fixture.listeners.rewind(this.fixture.stream("acme"), "c1");
		this.fixture.tasks.drain();
		assertThat(this.fixture.delivered).containsExactly("acme:r1", "acme:r2");
		this.fixture.listeners.rereadFromBeginning(this.fixture.stream("acme"));
		this.fixture.tasks.drain();
		assertThat(this.fixture.delivered).endsWith("acme:r0", "acme:r1", "acme:r2");
		assertThat(this.fixture.position("acme").records()).isEqualTo(8);
	}

	@Test
	void aStreamThatIsNotKnownCannotBeChanged() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.fixture.listeners.resume(this.fixture.stream("nobody")))
			.withMessageContaining("positions(");
	}

	@Test
	void resumingAStreamThatWasNotStoppedChangesNothing() {
		this.fixture.start();
		StreamPosition before = this.fixture.position("acme");
		assertThat(this.fixture.listeners.resume(this.fixture.stream("acme"))).isSameAs(before);
	}

	/**
	 * A store that can be made to fail when a position is saved.
	 */
	private static final class FailingStore extends TransactionalStore {

		private boolean failing;

		FailingStore(StreamStore store) {
			super(store, new CopyOnWriteArrayList<>());
		}

		@Override
		public StreamLease tryAcquire(RecordStreamId stream) {
			StreamLease lease = Objects.requireNonNull(super.tryAcquire(stream));
			return new StreamLease() {
				@Override
				public StreamPosition position() {
					return lease.position();
				}

				@Override
				public void deliver(Work work, StreamPosition next) throws Exception {
					work.run();
					save(next);
				}

				@Override
				public void save(StreamPosition next) {
					if (FailingStore.this.failing) {
						throw new StreamStoreException("down", null);
					}
					lease.save(next);
				}

				@Override
				public boolean renew() {
					return true;
				}

				@Override
				public void close() {
					lease.close();
				}
			};
		}

	}

}
