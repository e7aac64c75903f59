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
import org.nangospring.client.http.NangoEngine;
import org.nangospring.client.integration.ReactiveIntegrations;
import org.nangospring.client.provider.ReactiveProviders;
import org.nangospring.client.server.ReactiveNangoServer;
import org.nangospring.client.sync.ReactiveSyncs;

final class DefaultReactiveNangoClient implements ReactiveNangoClient {

	private final NangoEngine engine;

	DefaultReactiveNangoClient(NangoEngine engine) {
		this.engine = engine;
	}

	@Override
	public ReactiveIntegrations integrations() {
		return new ReactiveIntegrations(this.engine.reactive());
	}

	@Override
	public ReactiveConnections connections() {
		return new ReactiveConnections(this.engine.reactive());
	}

	@Override
	public ReactiveNangoConnection connection(String integrationId, String connectionId) {
		return new ReactiveNangoConnection(this.engine.reactive(), integrationId, connectionId);
	}

	@Override
	public ReactiveSyncs syncs(String integrationId) {
		return new ReactiveSyncs(this.engine.reactive(), integrationId);
	}

	@Override
	public ReactiveFunctions functions() {
		return new ReactiveFunctions(this.engine.reactive());
	}

	@Override
	public ReactiveEnvironment environment() {
		return new ReactiveEnvironment(this.engine.reactive());
	}

	@Override
	public ReactiveProviders providers() {
		return new ReactiveProviders(this.engine.reactive());
	}

	@Override
	public ReactiveConnectSessions connectSessions() {
		return new ReactiveConnectSessions(this.engine.reactive());
	}

	@Override
	public ReactiveActionResults actionResults() {
		return new ReactiveActionResults(this.engine.reactive());
	}

	@Override
	public ReactiveEnvironments environments() {
		return new ReactiveEnvironments(this.engine.reactive());
	}

	@Override
	public ReactiveNangoServer server() {
		return new ReactiveNangoServer(this.engine.reactive());
	}

	@Override
	public String name() {
		return this.engine.name();
	}

	@Override
	public URI host() {
		return this.engine.host();
	}

	@Override
	public @Nullable RateLimit rateLimit() {
		return this.engine.rateLimit();
	}

	@Override
	public DerivedClientBuilder<ReactiveNangoClient> mutate() {
		return new DerivedClientBuilder<>(this.engine, (engine) -> new DefaultNangoClient(engine).reactive());
	}

	@Override
	public void close() {
		this.engine.close();
	}

	@Override
	public String toString() {
		return "ReactiveNangoClient[" + this.engine.host() + "]";
	}

}
