package org.nangospring.sample.webhook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.sync.SyncResult;
import org.nangospring.webhook.AsyncActionWebhook;
import org.nangospring.webhook.AuthWebhook;
import org.nangospring.webhook.ConnectionReference;
import org.nangospring.webhook.ForwardWebhook;
import org.nangospring.webhook.NangoWebhook;
import org.nangospring.webhook.SyncWebhook;

/**
 * A webhook for people to read.
 *
 * @param id tells it from others on the page
 * @param type its kind
 * @param good whether it is good news
 * @param connection the connection it is about, or null
 * @param text what it says
 * @param receivedAt when it came
 */
public record WebhookView(long id, String type, boolean good, @Nullable String connection, String text,
		Instant receivedAt) {

	static WebhookView of(long id, NangoWebhook webhook, Instant now) {
		if (webhook instanceof AuthWebhook auth) {
			return new WebhookView(id, "auth", auth.isSuccess(), name(auth.connection()), text(auth), now);
		}
		if (webhook instanceof SyncWebhook sync) {
			return new WebhookView(id, "sync", sync.isSuccess(), name(sync.connection()), text(sync), now);
		}
		if (webhook instanceof AsyncActionWebhook action) {
			return new WebhookView(id, "action", true, name(action.connection()), "An asynchronous action has ended.",
					now);
		}
		if (webhook instanceof ForwardWebhook forward) {
			return new WebhookView(id, "forward", true, name(forward.connection()),
					"A webhook of " + forward.from() + " was passed on.", now);
		}
		return new WebhookView(id, webhook.type(), true, null, "Something else came.", now);
	}

	private static String text(AuthWebhook auth) {
		if (auth.isCreation()) {
			return "The connection was made.";
		}
		if (auth.isOverride()) {
			return "The connection has new credentials.";
		}
		return auth.isRefreshFailure() ? "The credentials could not be refreshed." : "Access has changed.";
	}

	private static String text(SyncWebhook sync) {
		SyncResult result = sync.result();
		return (result == null) ? sync.syncName() + " failed." : "%s has run: %d added, %d updated, %d deleted."
			.formatted(sync.syncName(), result.added(), result.updated(), result.deleted());
	}

	private static @Nullable String name(@Nullable ConnectionReference connection) {
		return (connection != null) ? connection.connectionId() : null;
	}

}
