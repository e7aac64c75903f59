package org.nangospring.listener;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamDispatcherTests {

	@Test
	void aTurnThatEndsWithAnErrorIsTriedAgainLaterAndGivesItsWorkerBack() throws IOException {
		try (ListenerFixture fixture = new ListenerFixture()) {
			BrokenStore store = new BrokenStore(fixture.store);
			StreamDispatcher dispatcher = dispatcher(fixture, store, new BrokenObserver());
			ManagedStream stream = stream(fixture, "acme");
			dispatcher.request(stream, true);
			fixture.tasks.drain();
			assertThat(store.asked).isEqualTo(1);
			assertThat(dispatcher.tasks()).isZero();
			assertThat(stream.activity()).isEqualTo(StreamActivity.RETRYING);
			fixture.advance(Duration.ofSeconds(1));
			assertThat(store.asked).isEqualTo(2);
			fixture.advance(Duration.ofSeconds(1));
			assertThat(store.asked).as("not at once").isEqualTo(2);
			fixture.advance(Duration.ofSeconds(1));
			assertThat(store.asked).isEqualTo(3);
		}
	}

	private static StreamStore busy(ListenerFixture fixture, List<String> asked) {
		return new TransactionalStore(fixture.store, new CopyOnWriteArrayList<>()) {
			@Override
			public @Nullable StreamLease tryAcquire(RecordStreamId stream) {
				asked.add(stream.connectionId());
				return null;
			}
		};
	}

	@Test
	void aStreamThatSomebodyElseHadIsTakenOverBeforeOthersAlsoWhenItWaitsAlready() throws IOException {
		try (ListenerFixture fixture = new ListenerFixture()) {
			List<String> order = new ArrayList<>();
			StreamDispatcher dispatcher = dispatcher(fixture, busy(fixture, order), ListenerObserver.NONE);
			ManagedStream left = stream(fixture, "left");
			dispatcher.request(left, true);
			fixture.tasks.drain();
			assertThat(left.activity()).isEqualTo(StreamActivity.ELSEWHERE);
			dispatcher.request(stream(fixture, "working"), true);
			dispatcher.request(stream(fixture, "waiting"), true);
			ManagedStream own = stream(fixture, "own");
			dispatcher.request(own, true);
			fixture.timing.advance(Duration.ofSeconds(1));
			assertThat(left.activity()).isEqualTo(StreamActivity.WAITING);
			order.clear();
			dispatcher.takeOver(left);
			dispatcher.takeOver(own);
			fixture.tasks.drain();
			assertThat(order).containsExactly("working", "left", "waiting", "own");
		}
	}

	@Test
	void aStreamThatIsTakenOverComesBeforeOthersThatWait() throws IOException {
		try (ListenerFixture fixture = new ListenerFixture()) {
			List<String> order = new ArrayList<>();
			StreamDispatcher dispatcher = dispatcher(fixture, busy(fixture, order), ListenerObserver.NONE);
			for (String connection : List.of("working", "waiting", "waiting too")) {
				dispatcher.request(stream(fixture, connection), true);
			}
			dispatcher.takeOver(stream(fixture, "left"));
			fixture.tasks.drain();
			assertThat(order).containsExactly("working", "left", "waiting", "waiting too");
		}
	}

	private static StreamDispatcher dispatcher(ListenerFixture fixture, StreamStore store, ListenerObserver observer) {
		DeliveryContext context = new DeliveryContext(new RecordSource(fixture.nango), store, fixture.deadLetters,
				observer, (event) -> {
				}, fixture.timing, new Stopping());
		RateLimitGate gate = new RateLimitGate(fixture.nango, 0, fixture.timing);
		return new StreamDispatcher(new StreamTurn(context, gate, new HeldLeases(), 1),
				new NextTurn(fixture.timing, null, (unknown) -> {
				}), fixture.tasks, fixture.timing, 1);
	}

	private static ManagedStream stream(ListenerFixture fixture, String connection) {
		ListenerRuntime listener = new ListenerRuntime(fixture.users(), RecordListenerOptions.defaults(),
				RecordErrorHandler.stopping());
		listener.running(true);
		return new ManagedStream(listener, fixture.stream(connection));
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
