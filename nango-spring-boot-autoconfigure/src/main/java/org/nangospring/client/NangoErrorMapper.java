package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * Turns failures of calls into exceptions of the application. It is asked when a call has
 * failed for good, so it changes nothing about what is repeated; metrics, traces and
 * interceptors tell of the client's own exception.
 */
@FunctionalInterface
public interface NangoErrorMapper {

	/**
	 * Maps a failure. What this throws is logged, and the failure stays as it is.
	 * @param failure why the call failed: ask it for {@link NangoException#code() code},
	 * {@link NangoException#status() status} and {@link NangoException#operation()
	 * operation}
	 * @return the exception for the caller, or null to leave it to the next mapper. It
	 * gets the failure as its cause if it was made without one.
	 */
	@Nullable RuntimeException map(NangoException failure);

}
