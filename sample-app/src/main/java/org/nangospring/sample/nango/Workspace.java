package org.nangospring.sample.nango;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;

/**
 * The state of one environment. Only {@link NangoHandler} lets anybody in here, one
 * request at a time.
 *
 * @param clock the time
 * @param host where Nango listens
 * @param provider what is behind the proxy and the scripts
 * @param integrations the integrations
 * @param connections the connections
 * @param syncs the syncs of the connections, with their records
 * @param outcomes the outcomes of actions that nobody has waited for
 * @param webhooks what is told to the application
 */
record Workspace(Clock clock, URI host, PretendProvider provider, IntegrationStore integrations,
		ConnectionStore connections, SyncStore syncs, ActionOutcomes outcomes, WebhookOutbox webhooks) {

	static Workspace seeded(Clock clock, URI host, WebhookOutbox webhooks) {
		PretendProvider provider = new PretendProvider(clock);
		Workspace workspace = new Workspace(clock, host, provider, new IntegrationStore(), new ConnectionStore(),
				new SyncStore(clock, new ScriptCatalogue(provider), webhooks), new ActionOutcomes(clock, webhooks),
				webhooks);
		new Seed(workspace).plant();
		return workspace;
	}

	/**
	 * The connections, after all that has happened to their syncs until now.
	 * @return the connections
	 */
	@Override
	public ConnectionStore connections() {
		this.syncs.settled();
		return this.connections;
	}

	/**
	 * Lets happen and tells what must have happened until now, although nobody has asked.
	 */
	void settle() {
		this.syncs.settled();
		this.outcomes.settle();
	}

	Instant now() {
		return this.clock.instant();
	}

	/**
	 * Adds a connection and does what follows from it: a webhook is sent, and the syncs
	 * of its integration run.
	 * @param connection the connection
	 */
	void add(Connection connection) {
		this.connections.add(connection);
		this.webhooks.send(WebhookBodies.connected(connection, false));
		this.syncs.startMissing(connection);
	}

	/**
	 * Gives a connection new credentials, and tells so by a webhook. Its records stay;
	 * syncs that it has not had yet begin.
	 * @param connection the connection
	 * @param credentials the credentials
	 */
	void reconnect(Connection connection, Credentials credentials) {
		// what was fetched with the old credentials is made up before they are gone
		this.syncs.of(connection).forEach(SyncJob::records);
		connection.reconnect(credentials, now());
		this.webhooks.send(WebhookBodies.connected(connection, true));
		this.syncs.startMissing(connection);
	}

	/**
	 * Uses the credentials of a connection. If they cannot be refreshed, a webhook tells
	 * so.
	 * @param connection the connection
	 * @param forceRefresh whether to refresh them although they are valid
	 * @return what it has come to
	 */
	Credentials.State use(Connection connection, boolean forceRefresh) {
		Credentials.State state = connection.use(now(), forceRefresh);
		if (state == Credentials.State.FAILED) {
			this.webhooks.send(WebhookBodies.refreshFailed(connection));
		}
		return state;
	}

	void delete(Connection connection) {
		this.connections.remove(connection);
		this.syncs.removeOf(connection);
	}

}
