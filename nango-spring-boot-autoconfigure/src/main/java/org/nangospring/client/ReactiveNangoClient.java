package org.nangospring.client;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.action.ReactiveActionResults;
import org.nangospring.client.connect.ReactiveConnectSessions;
import org.nangospring.client.connection.ReactiveConnections;
import org.nangospring.client.connection.ReactiveNangoConnection;
import org.nangospring.client.environment.ReactiveEnvironment;
import org.nangospring.client.environment.ReactiveEnvironments;
import org.nangospring.client.function.ReactiveFunctions;
import org.nangospring.client.integration.ReactiveIntegrations;
import org.nangospring.client.provider.ReactiveProviders;
import org.nangospring.client.server.ReactiveNangoServer;
import org.nangospring.client.sync.ReactiveSyncs;

/**
 * A client for one environment of Nango, for callers that must not wait. It has the same
 * methods as {@link NangoClient}: what is a value there is a
 * {@link reactor.core.publisher.Mono} here, and what is a stream is a
 * {@link reactor.core.publisher.Flux}. Safe for use by many threads; make one and keep
 * it. Spring Boot applications inject it, others get it from
 * {@link NangoClient#reactive()}.
 * <p>
 * Nothing is sent before somebody subscribes, and each subscription is a call of its own.
 * Calls fail with a {@link NangoException}; arguments that cannot be sent are refused
 * with an {@link IllegalArgumentException} by the method itself.
 */
public interface ReactiveNangoClient extends AutoCloseable {

	/**
	 * The providers that Nango knows.
	 * @return operations on providers
	 */
	ReactiveProviders providers();

	/**
	 * The integrations of the environment.
	 * @return operations on integrations
	 */
	ReactiveIntegrations integrations();

	/**
	 * The connections of the environment.
	 * @return operations on many connections
	 */
	ReactiveConnections connections();

	/**
	 * Sessions in which users connect their accounts.
	 * @return operations on connect sessions
	 */
	ReactiveConnectSessions connectSessions();

	/**
	 * One connection: its credentials, metadata, records, syncs and actions, and the
	 * provider's own API.
	 * @param integrationId the integration id, which Nango's older texts call
	 * {@code providerConfigKey}
	 * @param connectionId the connection id
	 * @return operations on the connection; making it sends nothing
	 * @throws IllegalArgumentException if an id is null, blank or cannot be sent as it is
	 */
	ReactiveNangoConnection connection(String integrationId, String connectionId);

	/**
	 * The syncs of an integration, for all of its connections at once.
	 * @param integrationId the integration id
	 * @return operations on syncs
	 * @throws IllegalArgumentException if the id is null, blank or cannot be sent as it
	 * is
	 */
	ReactiveSyncs syncs(String integrationId);

	/**
	 * The outputs of actions that were triggered without waiting.
	 * @return operations on action results
	 */
	ReactiveActionResults actionResults();

	/**
	 * The functions that are deployed to the environment.
	 * @return operations on functions
	 */
	ReactiveFunctions functions();

	/**
	 * The environment itself.
	 * @return operations on the environment
	 */
	ReactiveEnvironment environment();

	/**
	 * The environments of an account. Takes a client that was made with an account key.
	 * @return operations on environments
	 */
	ReactiveEnvironments environments();

	/**
	 * The Nango server.
	 * @return checks of the server
	 */
	ReactiveNangoServer server();

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
	DerivedClientBuilder<ReactiveNangoClient> mutate();

	/**
	 * Closes all connections. Calls that come later fail with a
	 * {@link NangoTransportException}. Does nothing to a client that was derived from
	 * another with {@link #mutate()}.
	 */
	@Override
	void close();

}
