package org.nangospring.listener;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamDispatcherTests {

	@Test
	void aTurnThatEndsWithAnErrorIsTriedAgainLaterAndGivesItsWorkerBack() throws IOException {
		try (ListenerFixture fixture = new ListenerFixture()) {
			BrokenStore store = new BrokenStore(fixture.store);
			DeliveryContext context = new DeliveryContext(new RecordSource(fixture.nango), store, fixture.deadLetters,
					new BrokenObserver(), (event) -> {
					}, fixture.timing, new Stopping());
			RateLimitGate gate = new RateLimitGate(fixture.nango, 0, fixture.timing);
			StreamDispatcher dispatcher = new StreamDispatcher(new StreamTurn(context, gate, new HeldLeases(), 1),
					new NextTurn(fixture.timing, (unknown) -> {
					}), fixture.tasks, fixture.timing, 1);
			ManagedStream stream = stream(fixture);
			dispatcher.request(stream, true);
			fixture.tasks.drain();
			assertThat(store.asked).isEqualTo(1);
			assertThat(dispatcher.workers()).isZero();
			assertThat(stream.activity()).isEqualTo(StreamActivity.RETRYING);
			fixture.advance(Duration.ofSeconds(1));
			assertThat(store.asked).isEqualTo(2);
			fixture.advance(Duration.ofSeconds(1));
			assertThat(store.asked).as("not at once").isEqualTo(2);
			fixture.advance(Duration.ofSeconds(1));
			assertThat(store.asked).isEqualTo(3);
		}
	}

	private static ManagedStream stream(ListenerFixture fixture) {
		ListenerRuntime listener = new ListenerRuntime(fixture.users(), RecordListenerOptions.defaults(),
				RecordErrorHandler.stopping());
		listener.running(true);
		return new ManagedStream(listener, fixture.stream("acme"));
	}

	private static final class BrokenObserver implements ListenerObserver {

		@Override
		public void failed(RecordStreamId stream, FailureKind kind, Throwable failure) {
			throw new NoClassDefFoundError("observer");
		}

	}

	private static final class BrokenStore extends TransactionalStore {

		private int asked;

		BrokenStore(StreamStore store) {
			super(store, new CopyOnWriteArrayList<>());
		}

		@Override
		public @Nullable StreamLease tryAcquire(RecordStreamId stream) {
			this.asked++;
			throw new StreamStoreException("down", null);
		}

	}

}
