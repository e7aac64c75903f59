package org.nangospring.client.function;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * A deployment of a function.
 */
public interface Deployment extends NangoObject {

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
	 * The name of the function.
	 * @return the name, or null right after it was begun
	 */
	@Nullable String functionName();

	/**
	 * Whether it changed anything.
	 * @return whether it did, or null before it ended
	 */
	@Nullable Boolean deployed();

	/**
	 * The functions that were deployed.
	 * @return what Nango tells of each, as maps; empty when there are none
	 */
	List<Map<String, @Nullable Object>> deployedFunctions();

}
