package org.nangospring.client.http;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.nangospring.client.NangoException;

/**
 * How the last call that failed for good of each operation failed. Costs calls that
 * succeed nothing.
 */
final class LastErrors {

	/** There are fewer operations than this. */
	private static final int LIMIT = 200;

	private final Map<String, LastError> errors = new ConcurrentHashMap<>();

	void add(NangoException failure, Instant at) {
		String operation = failure.operation();
		if (this.errors.size() < LIMIT || this.errors.containsKey(operation)) {
			this.errors.compute(operation,
					(name, before) -> LastError.of(failure, at, (before != null) ? before.count() + 1 : 1));
		}
	}

	Map<String, LastError> byOperation() {
		return new TreeMap<>(this.errors);
	}

}
