package org.nangospring.autoconfigure.health;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoRateLimitException;

/**
 * How one step of a check went.
 *
 * @param millis how long it took
 * @param failure why it failed, or null
 */
record CheckStep(long millis, @Nullable Exception failure) {

	/**
	 * Whether any answer came, be it an error.
	 */
	boolean answered() {
		return this.failure == null || (this.failure instanceof NangoException nango && nango.status() != null);
	}

	/**
	 * Whether the server answered as one that can be asked more. A refusal will do:
	 * gateways may hide the path of the first step.
	 */
	boolean leadsOn() {
		if (this.failure == null) {
			return true;
		}
		Integer status = (this.failure instanceof NangoException nango) ? nango.status() : null;
		return status != null && status >= 400 && status < 500 && !(this.failure instanceof NangoRateLimitException);
	}

}
