package org.nangospring.autoconfigure.webhook;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.webhook.WebhookSamples;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Nango is told when listeners fail, are slow, or have too much to do, and that it
 * tells again what was not handled.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebhookDeliveryTests {

	private static final String ASYNC = "nango.webhook.mode=async";

	private static final String ONE_AT_A_TIME = "nango.webhook.concurrency=1";

	private static final String ONE_WAITS = "nango.webhook.queue-capacity=1";

	@ParameterizedTest
	@EnumSource
	void aListenerThatFailedSeesTheEventAgainOnRedelivery(ServerKind kind) {
		try (WebhookApplication application = WebhookApplication.start(kind)) {
			AtomicBoolean broken = new AtomicBoolean(true);
			application.recorder().behave((webhook) -> {
				if (broken.getAndSet(false)) {
					throw new IllegalStateException("The database is away");
				}
			});
			assertThat(application.deliver(WebhookSamples.CREATION)).isEqualTo(500);
			assertThat(application.deliver(WebhookSamples.CREATION)).isEqualTo(200);
			assertThat(application.recorder().bodies()).containsExactly(WebhookSamples.CREATION,
					WebhookSamples.CREATION);
		}
	}

	@ParameterizedTest
	@EnumSource
	void anErrorOfAListenerIsAFailureToo(ServerKind kind) {
		try (WebhookApplication application = WebhookApplication.start(kind)) {
			application.recorder().behave((webhook) -> {
				throw new StackOverflowError();
			});
			assertThat(application.deliver(WebhookSamples.CREATION)).isEqualTo(500);
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatWasHandledIsNotHandledAgain(ServerKind kind) {
		try (WebhookApplication application = WebhookApplication.start(kind)) {
			assertThat(application.deliver(WebhookSamples.SYNC)).isEqualTo(200);
			assertThat(application.deliver(WebhookSamples.SYNC)).isEqualTo(200);
			assertThat(application.deliver(WebhookSamples.SYNC_FAILURE)).isEqualTo(200);
			assertThat(application.recorder().bodies()).containsExactly(WebhookSamples.SYNC,
					WebhookSamples.SYNC_FAILURE);
		}
	}

	/**
	 * The listener holds on until Nango was answered, and then until its repeat was.
	 */
	@ParameterizedTest
	@EnumSource
	void aSlowListenerKeepsNangoWaitingNoLongerThanTheTimeoutAndRunsOnce(ServerKind kind) {
		try (WebhookApplication application = WebhookApplication.start(kind, "nango.webhook.timeout=100ms")) {
			CountDownLatch answered = new CountDownLatch(1);
			application.recorder().behave((webhook) -> Latches.await(answered));
			assertThat(application.deliver(WebhookSamples.SYNC)).isEqualTo(503);
			assertThat(application.deliver(WebhookSamples.SYNC)).isEqualTo(503);
			answered.countDown();
			Awaitility.await().until(() -> application.deliver(WebhookSamples.SYNC) == 200);
			assertThat(application.recorder().bodies()).containsExactly(WebhookSamples.SYNC);
		}
	}

	@ParameterizedTest
	@EnumSource
	void aRepeatThatComesMeanwhileIsAnsweredWithWhatBecameOfTheFirst(ServerKind kind) {
		try (WebhookApplication application = WebhookApplication.start(kind)) {
			CountDownLatch begun = new CountDownLatch(1);
			CountDownLatch end = new CountDownLatch(1);
			application.recorder().behave((webhook) -> {
				begun.countDown();
				Latches.await(end);
			});
			CompletableFuture<Integer> first = application.deliverLater(WebhookSamples.SYNC);
			Latches.await(begun);
			CompletableFuture<Integer> second = application.deliverLater(WebhookSamples.SYNC);
			end.countDown();
			assertThat(first.join()).isEqualTo(200);
			assertThat(second.join()).isEqualTo(200);
			assertThat(application.recorder().all()).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	void inTheAsynchronousModeNangoIsAnsweredBeforeListenersAreDone(ServerKind kind) {
		try (WebhookApplication application = WebhookApplication.start(kind, ASYNC)) {
			CountDownLatch answered = new CountDownLatch(1);
			CountDownLatch handled = new CountDownLatch(1);
			application.recorder().behave((webhook) -> {
				Latches.await(answered);
				handled.countDown();
			});
			assertThat(application.deliver(WebhookSamples.SYNC)).isEqualTo(202);
			answered.countDown();
			Latches.await(handled);
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenThereIsNoMoreRoomNangoIsAskedToComeAgainAndNothingIsLost(ServerKind kind) {
		try (WebhookApplication application = WebhookApplication.start(kind, ASYNC, ONE_AT_A_TIME, ONE_WAITS)) {
			CountDownLatch end = new CountDownLatch(1);
			CountDownLatch handled = new CountDownLatch(3);
			application.recorder().behave((webhook) -> {
				Latches.await(end);
				handled.countDown();
			});
			assertThat(application.deliver(WebhookSamples.CREATION)).isEqualTo(202);
			assertThat(application.deliver(WebhookSamples.SYNC)).isEqualTo(202);
			assertThat(application.deliver(WebhookSamples.FORWARD)).isEqualTo(503);
			end.countDown();
			Awaitility.await().until(() -> application.deliver(WebhookSamples.FORWARD) == 202);
			Latches.await(handled);
			assertThat(application.recorder().bodies()).containsExactly(WebhookSamples.CREATION, WebhookSamples.SYNC,
					WebhookSamples.FORWARD);
		}
	}

	@ParameterizedTest
	@EnumSource
	void theSynchronousModeIsBoundedToo(ServerKind kind) {
		try (WebhookApplication application = WebhookApplication.start(kind, ONE_AT_A_TIME,
				"nango.webhook.queue-capacity=0")) {
			CountDownLatch begun = new CountDownLatch(1);
			CountDownLatch end = new CountDownLatch(1);
			application.recorder().behave((webhook) -> {
				begun.countDown();
				Latches.await(end);
			});
			CompletableFuture<Integer> first = application.deliverLater(WebhookSamples.CREATION);
			Latches.await(begun);
			assertThat(application.deliver(WebhookSamples.SYNC)).isEqualTo(503);
			end.countDown();
			assertThat(first.join()).isEqualTo(200);
			Awaitility.await().until(() -> application.deliver(WebhookSamples.SYNC) == 200);
		}
	}

	@ParameterizedTest
	@EnumSource
	void anApplicationThatEndsFinishesWhatItHasTaken(ServerKind kind) {
		WebhookApplication application = WebhookApplication.start(kind, ASYNC, ONE_AT_A_TIME);
		WebhookApplication.Recorder recorder = application.recorder();
		CountDownLatch end = new CountDownLatch(1);
		CountDownLatch handled = new CountDownLatch(2);
		recorder.behave((webhook) -> {
			Latches.await(end);
			handled.countDown();
		});
		assertThat(application.deliver(WebhookSamples.CREATION)).isEqualTo(202);
		assertThat(application.deliver(WebhookSamples.SYNC)).isEqualTo(202);
		WebhookExecutor executor = application.context().getBean(WebhookExecutor.class);
		CompletableFuture<Void> closing = CompletableFuture.runAsync(application::close);
		Awaitility.await().until(() -> !executor.isRunning());
		assertThat(closing).isNotDone();
		end.countDown();
		closing.join();
		assertThat(handled.getCount()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void whatCannotBeFinishedInTimeIsWarnedAbout(ServerKind kind, CapturedOutput output) {
		WebhookApplication application = WebhookApplication.start(kind, ASYNC, ONE_AT_A_TIME,
				"spring.lifecycle.timeout-per-shutdown-phase=1ms");
		CountDownLatch begun = new CountDownLatch(1);
		application.recorder().behave((webhook) -> {
			begun.countDown();
			Latches.await(new CountDownLatch(1));
		});
		for (String body : List.of(WebhookSamples.CREATION, WebhookSamples.SYNC, WebhookSamples.FORWARD)) {
			assertThat(application.deliver(body)).isEqualTo(202);
		}
		Latches.await(begun);
		application.close();
		assertThat(output).contains("The application ends while 1 webhooks are being handled and 2 wait");
	}

	@ParameterizedTest
	@EnumSource
	void whatOnlyListenersOfUnknownWebhooksGetIsWarnedAboutOnce(ServerKind kind, CapturedOutput output) {
		try (WebhookApplication application = WebhookApplication.start(kind)) {
			assertThat(application.deliver(WebhookSamples.CREATION)).isEqualTo(200);
			assertThat(output).doesNotContain("only listeners of UnknownWebhook");
			assertThat(application.deliver("{\"from\":\"nango\",\"type\":\"auth\"}")).isEqualTo(200);
			assertThat(application.deliver(WebhookSamples.UNKNOWN)).isEqualTo(200);
			assertThat(application.recorder().auth()).hasSize(1);
			assertThat(output).containsOnlyOnce("only listeners of UnknownWebhook");
		}
	}

}
