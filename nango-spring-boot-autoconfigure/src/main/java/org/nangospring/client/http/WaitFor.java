package org.nangospring.client.http;

import java.time.Duration;

/**
 * Something that Nango has to be asked about until it has happened.
 *
 * @param <T> the type of what comes of it
 * @param operation the name of the operation, for example {@code actions.await}
 * @param question asks once; its reader answers null while it has not happened
 * @param timeout how long to go on asking
 * @param description what it means if it does not happen in time
 */
public record WaitFor<T>(String operation, NangoRequest<T> question, Duration timeout, String description) {

	/**
	 * Creates a wait.
	 * @throws IllegalArgumentException if the timeout is not from a millisecond to 24
	 * days
	 */
	public WaitFor {
		Arguments.positive(timeout, "timeout");
	}

}
