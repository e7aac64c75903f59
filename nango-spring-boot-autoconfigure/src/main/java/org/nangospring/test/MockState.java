package org.nangospring.test;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is set up at the moment.
 */
final class MockState {

	private final MockClock clock = new MockClock();

	private final MockConnections connections;

	private final MockIntegrations integrations = new MockIntegrations(this.clock);

	private final MockScripts scripts = new MockScripts();

	private final MockTroubles troubles = new MockTroubles(this.clock);

	private final MockSessions sessions = new MockSessions();

	private final Map<String, String> variables = new LinkedHashMap<>();

	private final Set<String> hints = new LinkedHashSet<>();

	MockState() {
		this.connections = new MockConnections(this.clock, this.integrations);
	}

	MockClock clock() {
		return this.clock;
	}

	MockConnections connections() {
		return this.connections;
	}

	MockIntegrations integrations() {
		return this.integrations;
	}

	/**
	 * Actions and answers of providers for all connections.
	 */
	MockScripts scripts() {
		return this.scripts;
	}

	MockTroubles troubles() {
		return this.troubles;
	}

	MockSessions sessions() {
		return this.sessions;
	}

	synchronized Map<String, String> variables() {
		return new LinkedHashMap<>(this.variables);
	}

	synchronized void variable(String name, String value) {
		this.variables.put(name, value);
	}

	/**
	 * Keeps what a test could have set up for a call.
	 */
	synchronized void hint(NangoCall call, String hint) {
		this.hints.add(call + "\n    " + hint);
	}

	synchronized Set<String> hints() {
		return new LinkedHashSet<>(this.hints);
	}

	synchronized void reset() {
		this.connections.clear();
		this.integrations.clear();
		this.scripts.clear();
		this.troubles.clear();
		this.sessions.clear();
		this.variables.clear();
		this.hints.clear();
	}

}
