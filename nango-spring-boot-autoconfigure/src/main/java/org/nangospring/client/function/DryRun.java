package org.nangospring.client.function;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * A run of a function that is not deployed.
 */
public interface DryRun extends NangoObject {

	/**
	 * The id.
	 * @return a UUID
	 */
	String id();

	/**
	 * How far it is.
	 * @return the state
	 */
	RunState status();

	/**
	 * The integration.
	 * @return the integration id, or null right after it was begun
	 */
	@Nullable String integrationId();

	/**
	 * The kind of the function.
	 * @return the type, or null right after it was begun
	 */
	@Nullable FunctionType functionType();

	/**
	 * When it was asked for.
	 * @return the time, or null when the server does not tell
	 */
	@Nullable Instant createdAt();

	/**
	 * When its state was changed last.
	 * @return the time, or null right after it was begun
	 */
	@Nullable Instant updatedAt();

	/**
	 * When it began.
	 * @return the time, or null before
	 */
	@Nullable Instant startedAt();

	/**
	 * When it ended.
	 * @return the time, or null before
	 */
	@Nullable Instant completedAt();

	/**
	 * How long it took.
	 * @return milliseconds, or null before it ended
	 */
	@Nullable Long durationMs();

	/**
	 * What it printed.
	 * @return the output, or null when there is none
	 */
	@Nullable String output();

	/**
	 * Why it failed.
	 * @return the error, or null when it did not fail
	 */
	@Nullable FunctionError error();

	/**
	 * What the function returned.
	 * @return maps, lists and scalars; null when it returned nothing or has not ended
	 */
	@Nullable Object result();

}
