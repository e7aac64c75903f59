package org.nangospring.test;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Connect sessions by their tokens.
 */
final class MockSessions {

	private final Map<String, JsonNode> sessions = new HashMap<>();

	synchronized void put(String token, JsonNode settings) {
		this.sessions.put(token, settings);
	}

	synchronized @Nullable JsonNode get(@Nullable String token) {
		return this.sessions.get(token);
	}

	synchronized void remove(@Nullable String token) {
		this.sessions.remove(token);
	}

	synchronized void clear() {
		this.sessions.clear();
	}

}
