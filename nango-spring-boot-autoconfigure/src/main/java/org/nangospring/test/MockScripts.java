package org.nangospring.test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Actions and answers of providers, of all connections or of one.
 */
final class MockScripts {

	private final Map<String, MockAction> actions = new HashMap<>();

	private final Deque<MockProxy> proxies = new ArrayDeque<>();

	private final Map<String, MockAnswer> results = new HashMap<>();

	synchronized void set(MockAction action) {
		this.actions.put(action.name(), action);
	}

	synchronized void set(MockProxy proxy) {
		this.proxies.addFirst(proxy);
	}

	synchronized @Nullable MockAction action(String name) {
		return this.actions.get(name);
	}

	/**
	 * The latest that was set up for such a call.
	 */
	synchronized @Nullable MockProxy proxy(NangoCall call, String path) {
		return this.proxies.stream().filter((proxy) -> proxy.matches(call, path)).findFirst().orElse(null);
	}

	synchronized void result(String id, MockAnswer answer) {
		this.results.put(id, answer);
	}

	synchronized @Nullable MockAnswer result(String id) {
		return this.results.get(id);
	}

	synchronized void clear() {
		this.actions.clear();
		this.proxies.clear();
		this.results.clear();
	}

}
