package org.nangospring.listener;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

	@Test
	void aCursorThatNangoRefusesStopsTheStreamAfterASecondLook() {
		this.fixture.start();
		this.fixture.listeners.rewind(this.fixture.stream("acme"), "expired");
		this.fixture.tasks.drain();
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.ACTIVE);
		this.fixture.advance(Duration.ofSeconds(1));
		StreamPosition position = this.fixture.position("acme");
		assertThat(position.state()).isEqualTo(StreamState.STOPPED);
		assertThat(Objects.requireNonNull(position.failure()).message()).contains("500");
		assertThat(this.fixture.events(RecordStreamStopped.class)).hasSize(1);
		assertThat(this.failures).containsExactly(FailureKind.NANGO, FailureKind.NANGO);
	}

	@Test
	void aStreamThatStoppedBecauseOfItsCursorCanBeReadFromItsBeginning() {
		aCursorThatNangoRefusesStopsTheStreamAfterASecondLook();
		this.fixture.delivered.clear();
		this.fixture.listeners.rereadFromBeginning(this.fixture.stream("acme"));
		this.fixture.tasks.drain();
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1", "acme:r2");
	}

	@Test
	void anOutageIsNotTakenForACursorThatIsRefused() {
		this.fixture.start();
		this.fixture.server.failing((request) -> request.isRead() ? RecordsServer.error(500, "server_error") : null);
		this.fixture.synced("acme");
		this.fixture.advance(Duration.ofSeconds(1));
		this.fixture.advance(Duration.ofSeconds(2));
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.ACTIVE);
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
