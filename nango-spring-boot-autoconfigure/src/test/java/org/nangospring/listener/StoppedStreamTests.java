package org.nangospring.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * What becomes of a stream that has just stopped, and who hears of it.
 */
class StoppedStreamTests {

	private ListenerFixture fixture;

	private boolean repaired;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.server.fill(SLACK, 0, 3);
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	private void register() {
		this.fixture.listeners.register(ListenerFixture.definition().batches((batch) -> {
			if (!this.repaired) {
				throw new IllegalStateException("not today");
			}
			this.fixture.remember(batch);
		}));
	}

	private void hearing(BiConsumer<NangoRecordListeners, RecordStreamId> repair) {
		this.fixture.listeners.setApplicationEventPublisher((event) -> {
			if (event instanceof RecordStreamStopped stopped) {
				this.repaired = true;
				repair.accept(this.fixture.listeners, stopped.stream());
			}
		});
	}

	static Stream<BiConsumer<NangoRecordListeners, RecordStreamId>> repairs() {
		return Stream.of(NangoRecordListeners::resume, NangoRecordListeners::rereadFromBeginning,
				(listeners, stream) -> listeners.rewind(stream, "c0"));
	}

	@ParameterizedTest
	@MethodSource("repairs")
	void whoHearsThatItStoppedCanHaveItGoOnAtOnce(BiConsumer<NangoRecordListeners, RecordStreamId> repair) {
		register();
		hearing(repair);
		this.fixture.start();
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1", "acme:r2");
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.IDLE);
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.ACTIVE);
	}

	@Test
	void oneThatIsResumedBeforeItsTurnIsOverGoesOnAtOnce() {
		StreamStore store = new TransactionalStore(this.fixture.store, new CopyOnWriteArrayList<>()) {
			@Override
			void released(StreamPosition position) {
				if (position.state() == StreamState.STOPPED) {
					StoppedStreamTests.this.repaired = true;
					StoppedStreamTests.this.fixture.listeners.resume(position.stream());
				}
			}
		};
		this.fixture.container((builder) -> builder.store(store));
		register();
		this.fixture.start();
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1", "acme:r2");
	}

	@Test
	void whoHearsThatItStoppedHoldsNeitherItsLeaseNorAWorker() {
		this.fixture.server.connect("slack", "globex");
		this.fixture.container((builder) -> builder.concurrency(1));
		register();
		List<String> during = new ArrayList<>();
		hearing((listeners, stream) -> {
			StreamLease lease = this.fixture.store.tryAcquire(stream);
			during.add((lease != null) ? "released" : "held");
			during.add(this.fixture.view("acme").activity() + " " + this.fixture.view("globex").activity());
			if (lease != null) {
				lease.close();
			}
		});
		this.fixture.start();
		assertThat(during).containsExactly("released", "STOPPED WORKING");
	}

	@Test
	void theEndWaitsUntilTheApplicationWasToldOfTheLastTurn() {
		register();
		List<Boolean> over = new ArrayList<>();
		AtomicBoolean ended = new AtomicBoolean();
		hearing((listeners, stream) -> {
			this.fixture.listeners.stop(() -> ended.set(true));
			over.add(ended.get());
		});
		this.fixture.start();
		assertThat(over).containsExactly(false);
		assertThat(ended).isTrue();
	}

	@Test
	void aHintWhileItStopsDoesNotHaveItTriedAgain() {
		this.fixture.listeners.register(ListenerFixture.definition().batches((batch) -> {
			this.fixture.remember(batch);
			this.fixture.listeners.trigger(batch.stream());
			throw new IllegalStateException("not today");
		}));
		this.fixture.start();
		assertThat(this.fixture.batches).as("attempts").hasSize(3);
		assertThat(this.fixture.events(RecordStreamStopped.class)).hasSize(1);
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.STOPPED);
	}

}
