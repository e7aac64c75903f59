package org.nangospring.client.observation;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoException;

/**
 * What is known about a call while it is observed: which operation on which integration,
 * and how it went.
 */
public class NangoObservationContext extends Observation.Context {

	private final String client;

	private final String operation;

	private final @Nullable String integrationId;

	private volatile int attempts;

	private volatile int status;

	private volatile boolean cancelled;

	/**
	 * Creates the context of a call of the default client.
	 * @param operation the name of the operation, for example {@code connections.get}
	 * @param integrationId the integration the call is about, or null
	 */
	public NangoObservationContext(String operation, @Nullable String integrationId) {
		this(NangoClientBuilder.DEFAULT_NAME, operation, integrationId);
	}

	/**
	 * Creates the context of a call.
	 * @param client the name of the client that makes the call
	 * @param operation the name of the operation, for example {@code connections.get}
	 * @param integrationId the integration the call is about, or null
	 */
	public NangoObservationContext(String client, String operation, @Nullable String integrationId) {
		this.client = client;
		this.operation = operation;
		this.integrationId = integrationId;
	}

	/**
	 * The client that makes the call.
	 * @return its name, {@code default} if it was given none
	 */
	public String getClient() {
		return this.client;
	}

	/**
	 * The operation.
	 * @return its name, of a small fixed set
	 */
	public String getOperation() {
		return this.operation;
	}

	/**
	 * The integration the call is about.
	 * @return its id, or null when the call is not about one
	 */
	public @Nullable String getIntegrationId() {
		return this.integrationId;
	}

	/**
	 * The attempts made so far.
	 * @return the number, the first included; 0 before the first
	 */
	public int getAttempts() {
		return this.attempts;
	}

	/**
	 * Sets the attempts made so far.
	 * @param attempts the number
	 */
	public void setAttempts(int attempts) {
		this.attempts = attempts;
	}

	/**
	 * The status of the last answer.
	 * @return the HTTP status, or 0 when there was none
	 */
	public int getStatus() {
		return this.status;
	}

	/**
	 * Sets the status of the last answer.
	 * @param status the HTTP status
	 */
	public void setStatus(int status) {
		this.status = status;
	}

	/**
	 * Whether a subscriber gave up on the call before it ended.
	 * @return whether it was cancelled
	 */
	public boolean isCancelled() {
		return this.cancelled;
	}

	/**
	 * Marks the call as cancelled.
	 */
	public void cancelled() {
		this.cancelled = true;
	}

	/**
	 * Why the call failed.
	 * @return the failure, or null while there is none
	 */
	public @Nullable NangoException getFailure() {
		return (getError() instanceof NangoException failure) ? failure : null;
	}

}
