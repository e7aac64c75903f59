package org.nangospring.client.function;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The kind of a function. Values that Nango adds later are kept as they are, so compare
 * with the constants and expect others.
 *
 * @param value Nango's name for it
 */
public record FunctionType(@JsonValue String value) {

	/** Collects records. */
	public static final FunctionType SYNC = new FunctionType("sync");

	/** Runs on demand. */
	public static final FunctionType ACTION = new FunctionType("action");

	/** Runs on events. */
	public static final FunctionType ON_EVENT = new FunctionType("on-event");

	@Override
	public String toString() {
		return this.value;
	}

}
