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
 * @param integration the integration of the connection it is about, or null
 * @param connection the connection it is about, or null
 * @param text what it says
 * @param receivedAt when it came
 */
public record WebhookView(long id, String type, boolean good, @Nullable String integration, @Nullable String connection,
		String text, Instant receivedAt) {

	static WebhookView of(long id, NangoWebhook webhook, Instant now) {
		if (webhook instanceof AuthWebhook auth) {
			return of(id, "auth", auth.isSuccess(), auth.connection(), text(auth), now);
		}
		if (webhook instanceof SyncWebhook sync) {
			return of(id, "sync", sync.isSuccess(), sync.connection(), text(sync), now);
		}
		if (webhook instanceof AsyncActionWebhook action) {
			return of(id, "action", true, action.connection(), "An asynchronous action has ended.", now);
		}
		if (webhook instanceof ForwardWebhook forward) {
			return of(id, "forward", true, forward.connection(), "A webhook of " + forward.from() + " was passed on.",
					now);
		}
		return of(id, webhook.type(), true, null, "Something else came.", now);
	}

	private static WebhookView of(long id, String type, boolean good, @Nullable ConnectionReference connection,
			String text, Instant now) {
		return new WebhookView(id, type, good, (connection != null) ? connection.integrationId() : null,
				(connection != null) ? connection.connectionId() : null, text, now);
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

}
