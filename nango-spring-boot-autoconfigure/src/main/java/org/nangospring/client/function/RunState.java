package org.nangospring.client.function;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How far a dry run or a deployment is. Values that Nango adds later are kept as they
 * are, so compare with the constants and expect others.
 *
 * @param value Nango's name for it
 */
public record RunState(@JsonValue String value) {

	/** It has not begun. */
	public static final RunState WAITING = new RunState("waiting");

	/** It is going on. */
	public static final RunState RUNNING = new RunState("running");

	/** It ended well. */
	public static final RunState SUCCESS = new RunState("success");

	/** It failed. */
	public static final RunState FAILED = new RunState("failed");

	/**
	 * Whether it has ended, well or not, as far as this version of the client knows.
	 */
	boolean isKnownEnd() {
		return this.equals(SUCCESS) || this.equals(FAILED);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
