package org.nangospring.client;

/**
 * Sees every request that a client sends, and what comes of it. May add headers, and may
 * keep a request from being sent. An interceptor is asked at each attempt, so several
 * times when a call is repeated; {@link NangoAttempt#number()} tells which attempt it is.
 * <p>
 * The address, the body and what the call itself says in its headers cannot be changed,
 * and the secret key is not shown. Beans of this type are asked in their order before the
 * request, and in the opposite order after it. Whoever is asked before is told how it
 * ended, once.
 * <p>
 * Called by many threads at once. The first attempt of a call that waits, and the
 * beginning of a subscription, are on the thread of the caller; later attempts and what
 * comes after them may be on an event loop, so nothing here may block.
 */
public interface NangoInterceptor {

	/**
	 * An attempt is about to be sent. What this throws ends the call: nothing is sent or
	 * repeated, and the caller gets the exception as it is.
	 * @param attempt what is about to be sent
	 */
	default void beforeAttempt(NangoAttempt attempt) {
	}

	/**
	 * An attempt has ended: its answer was read, or it failed. An answer that is streamed
	 * has ended the attempt when its body begins. What this throws is logged and changes
	 * nothing.
	 * @param attempt what was sent
	 * @param result how it ended
	 */
	default void afterAttempt(NangoAttempt attempt, NangoAttemptResult result) {
	}

}
