package org.nangospring.listener;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.RecordErrorHandler.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

class DeliveryFailureTests {

	private final List<String> calls = new ArrayList<>();

	private final Set<String> poison = ConcurrentHashMap.newKeySet();

	private final List<FailedDelivery> failed = new ArrayList<>();

	private Decision decision = Decision.STOP;

	private ListenerFixture fixture;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.server.fill(SLACK, 0, 5);
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	private Decision decide(FailedDelivery delivery) {
		this.failed.add(delivery);
		return this.decision;
	}

	private void takingRecords() {
		this.fixture.listeners.register(
				ListenerFixture.definition().errorHandler(this::decide).records((stream, record) -> handle(record)));
	}

	private void takingBatches() {
		this.fixture.listeners.register(ListenerFixture.definition()
			.options((options) -> options.batchSize(3))
			.errorHandler(this::decide)
			.batches((batch) -> batch.forEach(this::handle)));
	}

	private void handle(NangoRecord<User> record) {
		this.calls.add(record.id());
		if (this.poison.contains(record.id())) {
			throw new IllegalStateException("secret payload");
		}
	}

	@Test
	void aListenerThatThrowsIsCalledAgainAfterWaitsThatDouble() {
		this.poison.add("r0");
		takingBatches();
		this.fixture.start();
		assertThat(this.calls).containsExactly("r0", "r0", "r0");
		assertThat(this.fixture.timing.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
	}

	@Test
	void aListenerThatRecoversIsNoFailure() {
		List<RecordBatch<User>> batches = new ArrayList<>();
		this.fixture.listeners.register(ListenerFixture.definition().batches((batch) -> {
			batches.add(batch);
			if (batches.size() < 3) {
				throw new IllegalStateException();
			}
		}));
		this.fixture.start();
		assertThat(batches).hasSize(3);
		assertThat(this.fixture.position("acme").records()).isEqualTo(5);
		assertThat(this.fixture.events(RecordStreamStopped.class)).isEmpty();
	}

	@Test
	void aListenerThatIsInterruptedIsCalledAgainLaterAndNotAtOnce() {
		List<RecordBatch<User>> batches = new ArrayList<>();
		this.fixture.listeners.register(ListenerFixture.definition().batches((batch) -> {
			batches.add(batch);
			// a test that fails is to end too
			if (batches.size() < 20) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException();
			}
		}));
		this.fixture.start();
		assertThat(batches).hasSize(1);
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
		assertThat(Thread.interrupted()).isFalse();
	}

	@Test
	void afterAllAttemptsTheStreamStopsVisiblyAndOthersGoOn() {
		this.fixture.server.connect("slack", "globex").put("slack/globex/User", "g0", ",\"number\":0");
		this.poison.add("r3");
		takingBatches();
		this.fixture.start();
		assertThat(this.calls).containsOnlyOnce("r0", "g0");
		StreamPosition position = this.fixture.position("acme");
		assertThat(position.state()).isEqualTo(StreamState.STOPPED);
		assertThat(position.cursor()).isEqualTo("c3");
		StreamFailure failure = Objects.requireNonNull(position.failure());
		assertThat(failure.recordId()).isEqualTo("r3");
		assertThat(failure.type()).isEqualTo(IllegalStateException.class.getName());
		assertThat(this.fixture.events(RecordStreamStopped.class))
			.containsExactly(new RecordStreamStopped(this.fixture.stream("acme"), failure));
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.STOPPED);
		assertThat(this.fixture.view("acme").problem()).isEqualTo(failure);
	}

	@Test
	void whatIsKeptOfAFailureHoldsNoMessageOfTheApplication() {
		this.poison.add("r0");
		takingBatches();
		this.fixture.start();
		assertThat(String.valueOf(this.fixture.position("acme").failure())).doesNotContain("secret");
		assertThat(this.fixture.events.toString()).doesNotContain("secret");
	}

	@Test
	void aStoppedStreamIsNotReadByWebhookOrSchedule() {
		this.poison.add("r0");
		takingBatches();
		this.fixture.start();
		this.calls.clear();
		this.fixture.server.forgetRequests();
		this.fixture.synced("acme");
		this.fixture.advance(Duration.ofHours(1));
		assertThat(this.calls).isEmpty();
		assertThat(this.fixture.server.reads()).isEmpty();
		assertThat(this.fixture.events(RecordStreamStopped.class)).hasSize(1);
	}

	@Test
	void aStoppedStreamIsResumedWithTheRecordThatFailed() {
		this.poison.add("r3");
		takingRecords();
		this.fixture.start();
		this.poison.clear();
		this.calls.clear();
		StreamPosition resumed = this.fixture.listeners.resume(this.fixture.stream("acme"));
		this.fixture.tasks.drain();
		assertThat(resumed.state()).isEqualTo(StreamState.ACTIVE);
		assertThat(this.calls).containsExactly("r3", "r4");
		assertThat(this.fixture.position("acme").failure()).isNull();
	}

	@Test
	void aStreamThatAnotherInstanceResumedIsNoticed() {
		this.poison.add("r3");
		takingRecords();
		this.fixture.start();
		this.poison.clear();
		this.calls.clear();
		this.fixture.store.change(this.fixture.stream("acme"),
				(position) -> position.resumed(this.fixture.timing.now()));
		this.fixture.advance(Duration.ofMinutes(5));
		assertThat(this.calls).containsExactly("r3", "r4");
	}

	@Test
	void aSkippedRecordIsLeftOutAndTheOthersAreDelivered() {
		this.decision = Decision.SKIP;
		this.poison.add("r2");
		takingRecords();
		this.fixture.start();
		assertThat(this.calls).containsExactly("r0", "r1", "r2", "r2", "r2", "r3", "r4");
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c5");
		assertThat(this.fixture.position("acme").records()).isEqualTo(4);
	}

	@Test
	void aSkippedBatchIsLeftOutAsAWhole() {
		this.decision = Decision.SKIP;
		this.poison.add("r2");
		takingBatches();
		this.fixture.start();
		assertThat(this.failed).singleElement()
			.satisfies((delivery) -> assertThat(delivery.records()).extracting(FailedRecord::id)
				.containsExactly("r0", "r1", "r2"))
			.satisfies((delivery) -> assertThat(delivery.attempts()).isEqualTo(3));
		assertThat(this.calls).endsWith("r3", "r4");
		assertThat(this.fixture.position("acme").records()).isEqualTo(2);
	}

	@Test
	void whatIsRetriedLaterBlocksItsStreamWithoutStoppingIt() {
		this.decision = Decision.RETRY_LATER;
		this.poison.add("r2");
		takingRecords();
		this.fixture.start();
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.ACTIVE);
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c2");
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
		this.calls.clear();
		this.poison.clear();
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.calls).containsExactly("r2", "r3", "r4");
	}

	@Test
	void anErrorHandlerThatFailsStopsTheStream() {
		this.poison.add("r2");
		this.fixture.listeners.register(ListenerFixture.definition().errorHandler((delivery) -> {
			throw new IllegalStateException("handler");
		}).records((stream, record) -> handle(record)));
		this.fixture.start();
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.STOPPED);
	}

	@Test
	void severalRecordsThatFailAreDecidedOnOneByOne() {
		this.decision = Decision.SKIP;
		this.poison.addAll(Set.of("r0", "r1", "r4"));
		takingRecords();
		this.fixture.start();
		assertThat(this.failed).extracting((delivery) -> delivery.records().get(0).id())
			.containsExactly("r0", "r1", "r4");
		assertThat(this.fixture.position("acme").records()).isEqualTo(2);
		assertThat(this.fixture.position("acme").isCaughtUp()).isTrue();
	}

	@Test
	void whereEffectsAreUndoneTheRecordsBeforeTheOneThatFailsAreGivenAgain() {
		this.decision = Decision.SKIP;
		this.poison.add("r2");
		StreamStore transactional = new TransactionalStore(this.fixture.store, this.calls);
		this.fixture.container((builder) -> builder.store(transactional));
		takingRecords();
		this.fixture.start();
		assertThat(this.calls).containsExactly("r0", "r1", "r3", "r4");
	}

	@Test
	void aFailureOfTheTransactionIsAFailureOfWhatWasDelivered() {
		this.decision = Decision.SKIP;
		TransactionalStore transactional = new TransactionalStore(this.fixture.store, this.calls);
		transactional.refuse("r3");
		this.fixture.container((builder) -> builder.store(transactional));
		takingRecords();
		this.fixture.start();
		assertThat(this.calls).containsExactly("r0", "r1", "r2", "r4");
		assertThat(this.failed).singleElement()
			.satisfies((delivery) -> assertThat(delivery.records()).extracting(FailedRecord::id).containsExactly("r3"));
	}

	@Test
	void aListenerThatFailsWithAnErrorIsAFailureToo() {
		this.fixture.listeners.register(ListenerFixture.definition().errorHandler(this::decide).batches((batch) -> {
			throw new NoClassDefFoundError("gone");
		}));
		this.fixture.start();
		assertThat(this.failed).singleElement()
			.satisfies((delivery) -> assertThat(delivery.failure()).isInstanceOf(NoClassDefFoundError.class));
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.STOPPED);
	}

	@Test
	void aListenerOfEventsThatFailsChangesNothing() {
		this.fixture.listeners.setApplicationEventPublisher((event) -> {
			throw new IllegalStateException("event");
		});
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		assertThat(this.fixture.delivered).hasSize(5);
	}

	@Test
	void anObserverThatFailsChangesNothing() {
		this.fixture.container((builder) -> builder.observer(new ListenerObserver() {
			@Override
			public void delivered(RecordBatch<?> batch, Duration took) {
				throw new IllegalStateException("observer");
			}
		}));
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		assertThat(this.fixture.position("acme").records()).isEqualTo(5);
	}

}
