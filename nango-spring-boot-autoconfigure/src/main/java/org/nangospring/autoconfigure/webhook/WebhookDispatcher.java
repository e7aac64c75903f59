package org.nangospring.autoconfigure.webhook;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

	private final Map<String, CompletableFuture<WebhookAnswer>> inProgress = new ConcurrentHashMap<>();

	/**
	 * Creates the dispatcher.
	 * @param listeners handle the webhooks
	 * @param executor the threads they do it on; rejects when it has enough to do
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
		CompletableFuture<WebhookAnswer> earlier = this.once ? this.inProgress.putIfAbsent(fingerprint, work) : null;
		if (earlier != null) {
			return inTime(earlier.thenApply(WebhookDispatcher::again));
		}
		try {
			this.executor.execute(() -> finish(fingerprint, work, this.listeners.handle(webhook, parent)));
		}
		catch (RejectedExecutionException ex) {
			finish(fingerprint, work, WebhookAnswer.FULL);
			return work;
		}
		return inTime(work);
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
