package org.nangospring.client;

import java.time.Duration;

/**
 * Told what happens between the attempts of a call. Called on the thread that runs the
 * call, so it must be quick; what it throws is not caught.
 */
public interface NangoCallListener {

	/**
	 * An attempt failed and the call will be repeated.
	 * @param failure why it failed
	 * @param reason the same in one word of a small fixed set, fit for a metric:
	 * {@code rate_limit}, {@code server_error}, {@code upstream_error}, {@code connect},
	 * {@code reset}, {@code timeout}
	 * @param delay how long the client waits before the next attempt
	 */
	void onRetry(NangoException failure, String reason, Duration delay);

	/**
	 * An attempt failed and the call will be repeated. For listeners that several clients
	 * share; calls the method without the client by default.
	 * @param client the name of the client that makes the call
	 * @param failure why it failed
	 * @param reason the same in one word of a small fixed set
	 * @param delay how long the client waits before the next attempt
	 */
	default void onRetry(String client, NangoException failure, String reason, Duration delay) {
		onRetry(failure, reason, delay);
	}

}
