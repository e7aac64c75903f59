package org.nangospring.listener;

import java.util.Objects;

import org.nangospring.client.http.EngineTiming;
import org.nangospring.webhook.AuthWebhook;
import org.nangospring.webhook.ConnectionReference;
import org.nangospring.webhook.NangoWebhook;
import org.nangospring.webhook.SyncWebhook;

/**
 * Takes webhooks as hints. What they say is looked up in any case, so a webhook that is
 * made up costs a call and nothing else.
 */
final class WebhookHints {

	private final ListenerRegistry listeners;

	private final StreamRegistry streams;

	private final StreamDispatcher dispatcher;

	private final Refreshing refreshing;

	private final EngineTiming timing;

	WebhookHints(ListenerRegistry listeners, StreamRegistry streams, StreamDispatcher dispatcher, Refreshing refreshing,
			EngineTiming timing) {
		this.listeners = listeners;
		this.streams = streams;
		this.dispatcher = dispatcher;
		this.refreshing = refreshing;
		this.timing = timing;
	}

	void received(NangoWebhook webhook) {
		if (webhook instanceof SyncWebhook sync) {
			synced(sync);
		}
		else if (webhook instanceof AuthWebhook auth && auth.isCreation()) {
			ConnectionReference connection = auth.connection();
			this.listeners.running(connection.integrationId())
				.forEach((listener) -> this.refreshing.lookUp(listener, connection.connectionId(), true));
		}
	}

	/**
	 * A run that failed may have changed records before it did.
	 */
	private void synced(SyncWebhook sync) {
		ConnectionReference connection = sync.connection();
		for (ListenerRuntime listener : this.listeners.running(connection.integrationId())) {
			if (concerns(sync, listener.definition())) {
				ManagedStream stream = this.streams.find(listener.definition().stream(connection.connectionId()));
				if (stream == null) {
					this.refreshing.lookUp(listener, connection.connectionId(), true);
				}
				else if (sync.isSuccess()) {
					this.dispatcher.announced(stream, this.timing.now());
				}
				else {
					this.dispatcher.request(stream, true);
				}
			}
		}
	}

	private static boolean concerns(SyncWebhook sync, RecordListenerDefinition<?> definition) {
		String model = sync.model();
		return (model == null || model.isEmpty() || model.equals(definition.model()))
				&& Objects.equals(RecordStreamId.variant(sync.syncVariant()), definition.variant());
	}

}
