package org.nangospring.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

/**
 * The integrations that are set up, by themselves or with a connection.
 */
final class MockIntegrations {

	private final MockClock clock;

	private final Map<String, MockIntegration> integrations = new LinkedHashMap<>();

	MockIntegrations(MockClock clock) {
		this.clock = clock;
	}

	synchronized MockIntegration named(String id) {
		return this.integrations.computeIfAbsent(Arguments.id(id, "integration id"),
				(key) -> new MockIntegration(key, this.clock.now()));
	}

	synchronized @Nullable MockIntegration known(@Nullable String id) {
		return (id != null) ? this.integrations.get(id) : null;
	}

	synchronized List<MockIntegration> all() {
		return List.copyOf(this.integrations.values());
	}

	synchronized void remove(String id) {
		this.integrations.remove(id);
	}

	synchronized void clear() {
		this.integrations.clear();
	}

	static String hint(String id) {
		return "set up nangoMock.integration(\"" + id + "\")";
	}

}
