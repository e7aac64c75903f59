package org.nangospring.listener;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The listeners of the application.
 */
final class ListenerRegistry {

	private final Map<String, ListenerRuntime> listeners = new ConcurrentHashMap<>();

	void register(ListenerRuntime listener) {
		if (this.listeners.putIfAbsent(listener.id(), listener) != null) {
			throw new IllegalStateException("There are two record listeners with the id \"" + listener.id()
					+ "\". Give each an id of its own, under which its positions are stored.");
		}
	}

	Set<String> ids() {
		return Set.copyOf(this.listeners.keySet());
	}

	Collection<ListenerRuntime> all() {
		return this.listeners.values();
	}

	/**
	 * The listeners of an integration that are not paused.
	 */
	List<ListenerRuntime> running(String integrationId) {
		return this.listeners.values()
			.stream()
			.filter((listener) -> listener.isRunning() && listener.definition().integrationId().equals(integrationId))
			.toList();
	}

	ListenerRuntime get(String id) {
		ListenerRuntime listener = this.listeners.get(id);
		if (listener == null) {
			throw new IllegalArgumentException(
					"There is no record listener with the id \"" + id + "\", but " + this.listeners.keySet());
		}
		return listener;
	}

}
