package org.nangospring.autoconfigure.webhook;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nangospring.webhook.NangoWebhook;
import org.nangospring.webhook.WebhookDeliveries;
import org.nangospring.webhook.WebhookSamples;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What cannot be forced from outside: orders of events, and stores that fail. Tasks run
 * when the test says so.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebhookDispatcherTests {

	private static final Duration LONG = Duration.ofDays(1);

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	private final NangoWebhook webhook = NangoWebhook.read(WebhookSamples.bytes(WebhookSamples.SYNC));

	private int published;

	private boolean broken;

	@Test
	void aRepeatJoinsTheFirstInsteadOfRunningBesideIt() {
		WebhookDispatcher dispatcher = dispatcher(new Store(), true);
		CompletableFuture<WebhookAnswer> first = dispatcher.dispatch(this.webhook, null);
		CompletableFuture<WebhookAnswer> second = dispatcher.dispatch(this.webhook, null);
		assertThat(this.tasks).hasSize(1);
		this.tasks.remove().run();
		assertThat(first).isCompletedWithValue(WebhookAnswer.HANDLED);
		assertThat(second).isCompletedWithValue(WebhookAnswer.DUPLICATE);
		assertThat(this.published).isOne();
	}

	@Test
	void aRepeatOfOneThatFailsMeanwhileIsToldSo() {
		WebhookDispatcher dispatcher = dispatcher(new Store(), true);
		this.broken = true;
		dispatcher.dispatch(this.webhook, null);
		CompletableFuture<WebhookAnswer> second = dispatcher.dispatch(this.webhook, null);
		this.tasks.remove().run();
		assertThat(second).isCompletedWithValue(WebhookAnswer.FAILED);
	}

	/**
	 * Nango may send the next request the moment it gets the answer.
	 */
	@Test
	void aRepeatThatComesWithTheAnswerOfTheFirstIsANewTry() {
		WebhookDispatcher dispatcher = dispatcher(new Store(), true);
		this.broken = true;
		CompletableFuture<CompletableFuture<WebhookAnswer>> repeat = dispatcher.dispatch(this.webhook, null)
			.thenApply((answer) -> dispatcher.dispatch(this.webhook, null));
		this.tasks.remove().run();
		this.broken = false;
		assertThat(this.tasks).hasSize(1);
		this.tasks.remove().run();
		assertThat(repeat.join()).isCompletedWithValue(WebhookAnswer.HANDLED);
	}

	@Test
	void whatWasRejectedIsANewTryTheNextTime() {
		boolean[] full = { true };
		WebhookDispatcher dispatcher = new WebhookDispatcher(listeners(new Store()), (task) -> {
			if (full[0]) {
				throw new RejectedExecutionException();
			}
			this.tasks.add(task);
		}, null, true);
		assertThat(dispatcher.dispatch(this.webhook, null)).isCompletedWithValue(WebhookAnswer.FULL);
		full[0] = false;
		assertThat(dispatcher.dispatch(this.webhook, null)).isCompletedWithValue(WebhookAnswer.ACCEPTED);
		assertThat(this.tasks).hasSize(1);
	}

	/**
	 * Otherwise Nango would be told that the repeat was accepted, and nobody would handle
	 * it.
	 */
	@Test
	void aRepeatDoesNotJoinWhatIsAboutToBeRejected() {
		CompletableFuture<CompletableFuture<WebhookAnswer>> repeat = new CompletableFuture<>();
		AtomicReference<WebhookDispatcher> dispatcher = new AtomicReference<>();
		Thread sender = new Thread(() -> repeat.complete(dispatcher.get().dispatch(this.webhook, null)));
		dispatcher.set(new WebhookDispatcher(listeners(new Store()), (task) -> {
			if (sender.getState() == Thread.State.NEW) {
				sender.start();
				Awaitility.await()
					.until(() -> EnumSet.of(Thread.State.BLOCKED, Thread.State.TERMINATED).contains(sender.getState()));
			}
			throw new RejectedExecutionException();
		}, null, true));
		assertThat(dispatcher.get().dispatch(this.webhook, null)).isCompletedWithValue(WebhookAnswer.FULL);
		assertThat(repeat.join()).isCompletedWithValue(WebhookAnswer.FULL);
	}

	@Test
	void whatCouldNotBeginForWantOfAThreadIsANewTryTheNextTime() {
		boolean[] exhausted = { true };
		WebhookDispatcher dispatcher = new WebhookDispatcher(listeners(new Store()), (task) -> {
			if (exhausted[0]) {
				throw new OutOfMemoryError("unable to create native thread");
			}
			this.tasks.add(task);
		}, null, true);
		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> dispatcher.dispatch(this.webhook, null));
		exhausted[0] = false;
		assertThat(dispatcher.dispatch(this.webhook, null)).isCompletedWithValue(WebhookAnswer.ACCEPTED);
		assertThat(this.tasks).hasSize(1);
	}

	@Test
	void aWebhookThatAnotherInstanceIsAboutToHandleIsAskedForAgain() {
		WebhookDispatcher dispatcher = dispatcher(new Store() {
			@Override
			public Claim claim(String fingerprint) {
				return Claim.IN_PROGRESS;
			}
		}, true);
		CompletableFuture<WebhookAnswer> answer = dispatcher.dispatch(this.webhook, null);
		this.tasks.remove().run();
		assertThat(answer).isCompletedWithValue(WebhookAnswer.IN_PROGRESS);
		assertThat(WebhookAnswer.IN_PROGRESS.status().is5xxServerError()).isTrue();
		assertThat(this.published).isZero();
	}

	@Test
	void aStoreThatFailsMakesNangoSendTheWebhookAgain() {
		WebhookDispatcher dispatcher = dispatcher(new Store() {
			@Override
			public Claim claim(String fingerprint) {
				throw new IllegalStateException("The store is away");
			}
		}, true);
		CompletableFuture<WebhookAnswer> answer = dispatcher.dispatch(this.webhook, null);
		this.tasks.remove().run();
		assertThat(answer).isCompletedWithValue(WebhookAnswer.FAILED);
	}

	@Test
	void aStoreThatFailsDoesNotHideWhyTheListenerDid(CapturedOutput output) {
		WebhookDispatcher dispatcher = dispatcher(new Store() {
			@Override
			public void failed(String fingerprint) {
				throw new IllegalStateException("The store is away");
			}
		}, true);
		this.broken = true;
		CompletableFuture<WebhookAnswer> answer = dispatcher.dispatch(this.webhook, null);
		this.tasks.remove().run();
		assertThat(answer).isCompletedWithValue(WebhookAnswer.FAILED);
		assertThat(output).contains("Broken for the test").contains("Suppressed: ").contains("The store is away");
	}

	@Test
	void theStoreIsToldHowItWent() {
		Store store = new Store();
		WebhookDispatcher dispatcher = dispatcher(store, true);
		this.broken = true;
		dispatcher.dispatch(this.webhook, null);
		this.tasks.remove().run();
		assertThat(store.told).isEqualTo("claimed failed ");
		this.broken = false;
		dispatcher.dispatch(this.webhook, null);
		this.tasks.remove().run();
		assertThat(store.told).isEqualTo("claimed failed claimed handled ");
	}

	@Test
	void withoutDeduplicationNothingIsJoined() {
		WebhookDispatcher dispatcher = dispatcher(null, false);
		dispatcher.dispatch(this.webhook, null);
		dispatcher.dispatch(this.webhook, null);
		assertThat(this.tasks).hasSize(2);
	}

	private WebhookDispatcher dispatcher(WebhookDeliveries deliveries, boolean once) {
		return new WebhookDispatcher(listeners(deliveries), this.tasks::add, LONG, once);
	}

	private WebhookListeners listeners(WebhookDeliveries deliveries) {
		return new WebhookListeners((event) -> {
			if (this.broken) {
				throw new IllegalStateException("Broken for the test");
			}
			this.published++;
		}, deliveries, ObservationRegistry.NOOP);
	}

	private static class Store implements WebhookDeliveries {

		private String told = "";

		@Override
		public Claim claim(String fingerprint) {
			this.told += "claimed ";
			return Claim.GRANTED;
		}

		@Override
		public void handled(String fingerprint) {
			this.told += "handled ";
		}

		@Override
		public void failed(String fingerprint) {
			this.told += "failed ";
		}

	}

}
