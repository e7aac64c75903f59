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
import org.nangospring.client.http.EngineClient;
import org.nangospring.client.http.NangoEngine;
import org.nangospring.client.integration.Integrations;
import org.nangospring.client.provider.Providers;
import org.nangospring.client.server.NangoServer;
import org.nangospring.client.sync.Syncs;

final class DefaultNangoClient implements EngineClient {

	private final NangoEngine engine;

	private final ReactiveNangoClient reactive;

	DefaultNangoClient(NangoEngine engine) {
		this.engine = engine;
		this.reactive = new DefaultReactiveNangoClient(engine);
	}

	@Override
	public Integrations integrations() {
		return new Integrations(this.engine.blocking());
	}

	@Override
	public Connections connections() {
		return new Connections(this.engine.blocking());
	}

	@Override
	public NangoConnection connection(String integrationId, String connectionId) {
		return new NangoConnection(this.engine.blocking(), integrationId, connectionId);
	}

	@Override
	public Syncs syncs(String integrationId) {
		return new Syncs(this.engine.blocking(), integrationId);
	}

	@Override
	public Functions functions() {
		return new Functions(this.engine.blocking());
	}

	@Override
	public Environment environment() {
		return new Environment(this.engine.blocking());
	}

	@Override
	public Providers providers() {
		return new Providers(this.engine.blocking());
	}

	@Override
	public ConnectSessions connectSessions() {
		return new ConnectSessions(this.engine.blocking());
	}

	@Override
	public ActionResults actionResults() {
		return new ActionResults(this.engine.blocking());
	}

	@Override
	public Environments environments() {
		return new Environments(this.engine.blocking());
	}

	@Override
	public NangoServer server() {
		return new NangoServer(this.engine.blocking());
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
	public NangoEngine engine() {
		return this.engine;
	}

	@Override
	public DerivedClientBuilder<NangoClient> mutate() {
		return new DerivedClientBuilder<>(this.engine, DefaultNangoClient::new);
	}

	@Override
	public ReactiveNangoClient reactive() {
		return this.reactive;
	}

	@Override
	public void close() {
		this.engine.close();
	}

	@Override
	public String toString() {
		return "NangoClient[" + this.engine.host() + "]";
	}

}
