package org.nangospring.client;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.action.ActionResults;
import org.nangospring.client.connect.ConnectSessions;
import org.nangospring.client.connection.Connections;
import org.nangospring.client.connection.NangoConnection;
import org.nangospring.client.environment.Environment;
import org.nangospring.client.environment.Environments;
import org.nangospring.client.function.Functions;
import org.nangospring.client.integration.Integrations;
import org.nangospring.client.provider.Providers;
import org.nangospring.client.server.NangoServer;
import org.nangospring.client.sync.Syncs;

/**
 * A client for one environment of Nango, for callers that wait for answers. Safe for use
 * by many threads; make one and keep it. Spring Boot applications inject it, others make
 * it with {@link #builder()}.
 * <p>
 * Nothing is sent before a method that names an operation is called. Calls fail with a
 * {@link NangoException}; arguments that cannot be sent are refused with an
 * {@link IllegalArgumentException} before anything is sent. On threads that must not
 * wait, such as those of a reactive server, every call fails with an
 * {@link IllegalStateException}: use {@link #reactive()} there.
 */
public interface NangoClient extends AutoCloseable {

	/**
	 * Begins a client.
	 * @return a builder with the defaults of the client
	 */
	static NangoClientBuilder builder() {
		return new NangoClientBuilder();
	}

	/**
	 * The providers that Nango knows.
	 * @return operations on providers
	 */
	Providers providers();

	/**
	 * The integrations of the environment.
	 * @return operations on integrations
	 */
	Integrations integrations();

	/**
	 * The connections of the environment.
	 * @return operations on many connections
	 */
	Connections connections();

	/**
	 * Sessions in which users connect their accounts.
	 * @return operations on connect sessions
	 */
	ConnectSessions connectSessions();

	/**
	 * One connection: its credentials, metadata, records, syncs and actions, and the
	 * provider's own API.
	 * @param integrationId the integration id, which Nango's older texts call
	 * {@code providerConfigKey}
	 * @param connectionId the connection id
	 * @return operations on the connection; making it sends nothing
	 * @throws IllegalArgumentException if an id is null, blank or cannot be sent as it is
	 */
	NangoConnection connection(String integrationId, String connectionId);

	/**
	 * The syncs of an integration, for all of its connections at once.
	 * @param integrationId the integration id
	 * @return operations on syncs
	 * @throws IllegalArgumentException if the id is null, blank or cannot be sent as it
	 * is
	 */
	Syncs syncs(String integrationId);

	/**
	 * The outputs of actions that were triggered without waiting.
	 * @return operations on action results
	 */
	ActionResults actionResults();

	/**
	 * The functions that are deployed to the environment.
	 * @return operations on functions
	 */
	Functions functions();

	/**
	 * The environment itself.
	 * @return operations on the environment
	 */
	Environment environment();

	/**
	 * The environments of an account. Takes a client that was made with an account key.
	 * @return operations on environments
	 */
	Environments environments();

	/**
	 * The Nango server.
	 * @return checks of the server
	 */
	NangoServer server();

	/**
	 * What tells the client from others of the application in metrics, traces and health.
	 * @return the name the client was built with, {@code default} if it was given none
	 */
	String name();

	/**
	 * The root of Nango's API.
	 * @return the address the client was built for, without a slash at its end
	 */
	URI host();

	/**
	 * What Nango said last about the rate limit of the key, without asking it.
	 * @return the rate limit, or null before the first answer that told it
	 */
	@Nullable RateLimit rateLimit();

	/**
	 * Begins a client that differs from this one in a few things and shares the rest with
	 * it: connections, retry budget, metrics.
	 * @return a builder; what it builds need not be closed, and ends when the client that
	 * was built first is closed
	 */
	DerivedClientBuilder<NangoClient> mutate();

	/**
	 * The same client for reactive callers, with the same connections and limits.
	 * @return the reactive client; closing either closes both
	 */
	ReactiveNangoClient reactive();

	/**
	 * Closes all connections. Calls that come later fail with a
	 * {@link NangoTransportException}. Does nothing to a client that was derived from
	 * another with {@link #mutate()}.
	 */
	@Override
	void close();

}
