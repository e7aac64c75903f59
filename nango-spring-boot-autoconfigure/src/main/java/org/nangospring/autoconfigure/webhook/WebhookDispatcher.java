package org.nangospring.autoconfigure.webhook;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.nangospring.webhook.NangoWebhook;

/**
 * Has webhooks handled, and decides what Nango is told when.
 */
final class WebhookDispatcher {

	private final WebhookListeners listeners;

	private final Executor executor;

	private final @Nullable Duration patience;

	private final boolean once;

	private final ConcurrentMap<String, CompletableFuture<WebhookAnswer>> inProgress = new ConcurrentHashMap<>();

	/**
	 * Creates the dispatcher.
	 * @param listeners handle the webhooks
	 * @param executor the threads they do it on, never the one that calls it; rejects
	 * when it has enough to do
	 * @param patience how long Nango may be kept waiting for listeners, or null to answer
	 * before they begin
	 * @param once whether a webhook that comes again while it is being handled waits for
	 * that instead
	 */
	WebhookDispatcher(WebhookListeners listeners, Executor executor, @Nullable Duration patience, boolean once) {
		this.listeners = listeners;
		this.executor = executor;
		this.patience = patience;
		this.once = once;
	}

	/**
	 * Has a webhook handled.
	 * @param webhook the webhook
	 * @param parent what goes on around it, or null
	 * @return what to answer, in time
	 */
	CompletableFuture<WebhookAnswer> dispatch(NangoWebhook webhook, @Nullable Observation parent) {
		CompletableFuture<WebhookAnswer> work = new CompletableFuture<>();
		String fingerprint = webhook.fingerprint();
		Runnable task = () -> finish(fingerprint, work, this.listeners.handle(webhook, parent));
		try {
			CompletableFuture<WebhookAnswer> running = this.once ? running(fingerprint, work, task) : begin(work, task);
			return inTime((running != work) ? running.thenApply(WebhookDispatcher::again) : work);
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.completedFuture(WebhookAnswer.FULL);
		}
	}

	/**
	 * In one step, so that a repeat joins only what was taken, and nothing that was
	 * rejected stays behind to be joined.
	 */
	private CompletableFuture<WebhookAnswer> running(String fingerprint, CompletableFuture<WebhookAnswer> work,
			Runnable task) {
		return this.inProgress.computeIfAbsent(fingerprint, (key) -> begin(work, task));
	}

	private CompletableFuture<WebhookAnswer> begin(CompletableFuture<WebhookAnswer> work, Runnable task) {
		this.executor.execute(task);
		return work;
	}

	/**
	 * Forgotten before Nango is answered: when it sends the webhook again because it
	 * failed, that is a new try.
	 */
	private void finish(String fingerprint, CompletableFuture<WebhookAnswer> work, WebhookAnswer answer) {
		this.inProgress.remove(fingerprint, work);
		work.complete(answer);
	}

	private CompletableFuture<WebhookAnswer> inTime(CompletableFuture<WebhookAnswer> work) {
		if (this.patience == null) {
			return CompletableFuture.completedFuture(WebhookAnswer.ACCEPTED);
		}
		return work.copy().completeOnTimeout(WebhookAnswer.TIMEOUT, this.patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	private static WebhookAnswer again(WebhookAnswer answer) {
		return (answer == WebhookAnswer.HANDLED) ? WebhookAnswer.DUPLICATE : answer;
	}

}
