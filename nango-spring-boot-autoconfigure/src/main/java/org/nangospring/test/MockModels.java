package org.nangospring.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The records of a connection by their models, and by the variants of the syncs that make
 * them.
 */
final class MockModels {

	private final String connection;

	private final MockClock clock;

	private final Map<String, MockRecords> records = new LinkedHashMap<>();

	MockModels(String connection, MockClock clock) {
		this.connection = connection;
		this.clock = clock;
	}

	/**
	 * The records of a model, which are there from now on.
	 */
	synchronized MockRecords named(String model, @Nullable String variant) {
		return this.records.computeIfAbsent(key(model, variant),
				(key) -> new MockRecords(this.clock, key + " of " + this.connection));
	}

	/**
	 * The records of a model in their order, if there are any.
	 */
	synchronized List<StoredRecord> inOrder(String model, @Nullable String variant) {
		MockRecords found = this.records.get(key(model, variant));
		return (found != null) ? found.inOrder() : List.of();
	}

	/**
	 * Whether a model was named, with any variant.
	 */
	synchronized boolean has(String model) {
		return this.records.keySet().stream().anyMatch((key) -> key.equals(model) || key.startsWith(model + "::"));
	}

	private static String key(String model, @Nullable String variant) {
		return (variant == null || variant.equals("base")) ? model : model + "::" + variant;
	}

}
