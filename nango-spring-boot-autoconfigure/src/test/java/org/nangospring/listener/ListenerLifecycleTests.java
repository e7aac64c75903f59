package org.nangospring.listener;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nangospring.client.http.EngineTiming;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.nangospring.listener.ListenerFixture.SLACK;

@ExtendWith(OutputCaptureExtension.class)
class ListenerLifecycleTests {

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

	@Test
	void nothingIsReadBeforeTheStart() {
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.tasks.drain();
		assertThat(this.fixture.server.listings()).isEmpty();
		assertThat(this.fixture.listeners.isRunning()).isFalse();
		assertThat(this.fixture.listeners.streams()).isEmpty();
	}

	@Test
	void aStopFinishesTheBatchInHandSavesItsPositionAndReleasesTheLease() {
		AtomicBoolean stopped = new AtomicBoolean();
		this.fixture.listeners
			.register(ListenerFixture.definition().options((options) -> options.batchSize(2)).batches((batch) -> {
				this.fixture.listeners.stop(() -> stopped.set(true));
				assertThat(stopped).isFalse();
				this.fixture.remember(batch);
			}));
		this.fixture.start();
		assertThat(stopped).isTrue();
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1");
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c2");
		StreamLease lease = this.fixture.store.tryAcquire(this.fixture.stream("acme"));
		assertThat(lease).isNotNull();
		lease.close();
	}

	@Test
	void aStopWithoutWorkIsOverAtOnce() {
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		AtomicBoolean stopped = new AtomicBoolean();
		this.fixture.listeners.stop(() -> stopped.set(true));
		assertThat(stopped).isTrue();
		AtomicBoolean again = new AtomicBoolean();
		this.fixture.listeners.stop(() -> again.set(true));
		assertThat(again).isTrue();
		this.fixture.server.forgetRequests();
		this.fixture.advance(Duration.ofHours(1));
		assertThat(this.fixture.server.reads()).isEmpty();
		assertThat(this.fixture.server.listings()).isEmpty();
	}

	@Test
	void aStopWaitsNoLongerThanItIsSaidForAListener() {
		AtomicReference<String> during = new AtomicReference<>();
		this.fixture.container((builder) -> builder.shutdownTimeout(Duration.ofSeconds(7)))
			.register(ListenerFixture.definition().batches((batch) -> {
				AtomicBoolean stopped = new AtomicBoolean();
				this.fixture.listeners.stop(() -> stopped.set(true));
				this.fixture.timing.advance(Duration.ofSeconds(6));
				boolean early = stopped.get();
				this.fixture.timing.advance(Duration.ofSeconds(1));
				during.set(early + " " + stopped.get() + " " + (this.fixture.store.tryAcquire(batch.stream()) == null));
			}));
		this.fixture.start();
		assertThat(during).hasValue("false true true");
	}

	@Test
	void aStopEndsTheWaitForTheNextAttemptAndDeliversNothingMore() throws Exception {
		CountDownLatch failed = new CountDownLatch(1);
		CountDownLatch stopped = new CountDownLatch(1);
		RecordListenerContainer container = RecordListenerContainer.builder(this.fixture.nango)
			.store(this.fixture.store)
			.timing(EngineTiming.SYSTEM)
			.options(RecordListenerOptions.defaults().retry(5, Duration.ofHours(1), Duration.ofHours(1)))
			.build();
		container.register(ListenerFixture.definition().batches((batch) -> {
			this.fixture.remember(batch);
			failed.countDown();
			throw new IllegalStateException();
		}));
		container.start();
		assertThat(failed.await(60, TimeUnit.SECONDS)).isTrue();
		container.stop(stopped::countDown);
		assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();
		container.destroy();
		assertThat(this.fixture.batches).hasSize(1);
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.ACTIVE);
		assertThat(this.fixture.position("acme").cursor()).isNull();
	}

	@Test
	void aContainerCanBeStartedAgain() {
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		this.fixture.listeners.stop();
		this.fixture.server.fill(SLACK, 5, 6);
		this.fixture.start();
		assertThat(this.fixture.delivered).hasSize(6).endsWith("acme:r5");
	}

	@Test
	void aListenerThatDoesNotBeginByItselfWaitsForItsStart() {
		this.fixture.listeners.register(this.fixture.users((options) -> options.autoStartup(false)));
		this.fixture.start();
		assertThat(this.fixture.delivered).isEmpty();
		assertThat(this.fixture.listeners.isRunning("slack-User")).isFalse();
		this.fixture.listeners.start("slack-User");
		this.fixture.tasks.drain();
		assertThat(this.fixture.delivered).hasSize(5);
		assertThat(this.fixture.listeners.isRunning("slack-User")).isTrue();
	}

	@Test
	void aListenerCanPauseAndGoOnByItself() {
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.listeners.register(ListenerFixture.definition().id("other").batches(this.fixture::remember));
		this.fixture.start();
		this.fixture.delivered.clear();
		this.fixture.listeners.stop("other");
		this.fixture.server.fill(SLACK, 5, 6);
		this.fixture.synced("acme");
		assertThat(this.fixture.delivered).containsExactly("acme:r5");
		this.fixture.listeners.start("other");
		this.fixture.tasks.drain();
		assertThat(this.fixture.delivered).containsExactly("acme:r5", "acme:r5");
		assertThat(this.fixture.events(RecordStreamLeft.class)).isEmpty();
	}

	@Test
	void aListenerThatIsRegisteredLaterBeginsAtOnce() {
		this.fixture.start();
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.tasks.drain();
		assertThat(this.fixture.delivered).hasSize(5);
	}

	@Test
	void twoListenersCannotHaveOneId() {
		this.fixture.listeners.register(this.fixture.users());
		assertThatIllegalStateException().isThrownBy(() -> this.fixture.listeners.register(this.fixture.users()))
			.withMessageContaining("slack-User");
	}

	@Test
	void aListenerThatIsNotThereIsNamedTogetherWithThoseThatAre() {
		this.fixture.listeners.register(this.fixture.users());
		assertThatIllegalArgumentException().isThrownBy(() -> this.fixture.listeners.isRunning("slack-Usr"))
			.withMessageContaining("slack-Usr")
			.withMessageContaining("slack-User");
	}

	@Test
	void theLastWordOnOptionsIsThatOfTheOverrides() {
		this.fixture
			.container((builder) -> builder.options(RecordListenerOptions.defaults().batchSize(100))
				.overrides((id, own) -> id.equals("slack-User") ? own.batchSize(own.batchSize() / 4) : own))
			.register(this.fixture.users((options) -> options.batchSize(options.batchSize() / 10)));
		this.fixture.start();
		assertThat(this.fixture.batches).containsExactly(2, 2, 1);
	}

	@Test
	void itsOwnThreadsEndWithTheContainer() throws Exception {
		CountDownLatch delivered = new CountDownLatch(1);
		AtomicReference<Thread> thread = new AtomicReference<>();
		RecordListenerContainer container = RecordListenerContainer.builder(this.fixture.nango).build();
		container.register(ListenerFixture.definition().batches((batch) -> {
			thread.set(Thread.currentThread());
			delivered.countDown();
		}));
		container.start();
		assertThat(delivered.await(60, TimeUnit.SECONDS)).isTrue();
		container.destroy();
		thread.get().join(Duration.ofSeconds(60).toMillis());
		assertThat(thread.get().isAlive()).isFalse();
		assertThat(thread.get().getName()).startsWith("nango-listener-");
	}

	@Test
	void aListenerThatNeverReturnsDoesNotKeepTheApplicationFromEnding(CapturedOutput output) throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		AtomicReference<Thread> thread = new AtomicReference<>();
		RecordListenerContainer container = RecordListenerContainer.builder(this.fixture.nango)
			.timing(this.fixture.timing)
			.build();
		container.register(ListenerFixture.definition().batches((batch) -> {
			thread.set(Thread.currentThread());
			begun.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
		}));
		container.start();
		assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
		assertThat(thread.get().isDaemon()).isTrue();
		AtomicBoolean stopped = new AtomicBoolean();
		container.stop(() -> stopped.set(true));
		container.destroy();
		this.fixture.timing.advance(Duration.ofSeconds(29));
		assertThat(stopped).isFalse();
		assertThat(interrupted.getCount()).isEqualTo(1);
		this.fixture.timing.advance(Duration.ofSeconds(1));
		assertThat(stopped).isTrue();
		assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
		assertThat(output).containsPattern("1 record listeners have not returned")
			.containsPattern("slack-User\\[slack/acme/User\\]\\R\\tat ")
			.contains(ListenerLifecycleTests.class.getName());
	}

	@Test
	void aListenerThatHangsSinceAnEarlierStopIsInterruptedAtTheEndWhenNoOtherHasTimeLeft() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch working = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		this.fixture.server.connect("slack", "globex");
		this.fixture.server.fill("slack/globex/User", 0, 1);
		AtomicReference<String> outcome = new AtomicReference<>();
		RecordListenerContainer container = RecordListenerContainer.builder(this.fixture.nango)
			.store(this.fixture.store)
			.timing(this.fixture.timing)
			.build();
		container.register(ListenerFixture.definition()
			.id("hanging")
			.selector((connection) -> connection.connectionId().equals("acme"))
			.batches((batch) -> {
				begun.countDown();
				try {
					new CountDownLatch(1).await();
				}
				catch (InterruptedException ex) {
					interrupted.countDown();
				}
			}));
		container.start();
		assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
		container.stop();
		this.fixture.timing.advance(Duration.ofSeconds(30));
		container.register(ListenerFixture.definition()
			.selector((connection) -> connection.connectionId().equals("globex"))
			.batches((batch) -> {
				working.countDown();
				try {
					outcome.set("ended " + end.await(60, TimeUnit.SECONDS));
				}
				catch (InterruptedException ex) {
					outcome.set("interrupted");
				}
			}));
		container.start();
		assertThat(working.await(60, TimeUnit.SECONDS)).isTrue();
		CountDownLatch stopped = new CountDownLatch(1);
		container.stop(stopped::countDown);
		container.destroy();
		assertThat(interrupted.getCount()).isEqualTo(1);
		end.countDown();
		assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();
		assertThat(outcome).hasValue("ended true");
		assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void aListenerThatTakesLongIsWarnedAboutWithWhereItIs(CapturedOutput output) {
		this.fixture.listeners.register(ListenerFixture.definition().batches((batch) -> {
			this.fixture.timing.advance(Duration.ofMinutes(5).minusMillis(1));
			assertThat(output).doesNotContain("not returned");
			this.fixture.timing.advance(Duration.ofMillis(1));
			this.fixture.remember(batch);
		}));
		this.fixture.start();
		assertThat(output).containsPattern("WARN.*slack/acme/User.*PT5M.*\\R.*at ")
			.contains("at " + ListenerLifecycleTests.class.getName());
		assertThat(this.fixture.delivered).hasSize(5);
	}

}
