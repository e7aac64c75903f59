package org.nangospring.client.http;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoErrorMapper;
import org.nangospring.client.NangoException;

/**
 * Turns failures that a caller is about to get into those of the application.
 */
final class ErrorMappers {

	private static final Log logger = LogFactory.getLog(ErrorMappers.class);

	private ErrorMappers() {
	}

	static RuntimeException map(NangoException failure, Extensions extensions) {
		try {
			for (NangoErrorMapper mapper : extensions.errorMappers()) {
				RuntimeException mapped = map(mapper, failure);
				if (mapped != null) {
					return withCause(mapped, failure);
				}
			}
		}
		catch (RuntimeException ex) {
			logger.warn("The NangoErrorMapper beans cannot be had", ex);
		}
		return failure;
	}

	/**
	 * A mapper that fails must not hide why the call failed.
	 */
	private static @Nullable RuntimeException map(NangoErrorMapper mapper, NangoException failure) {
		try {
			return mapper.map(failure);
		}
		catch (RuntimeException ex) {
			logger.warn("A NangoErrorMapper failed: " + mapper.getClass().getName(), ex);
			return null;
		}
	}

	private static RuntimeException withCause(RuntimeException mapped, NangoException failure) {
		if (mapped.getCause() == null && !isPartOf(failure, mapped)) {
			try {
				mapped.initCause(failure);
			}
			catch (IllegalStateException ex) {
				// it was made with the cause null
				mapped.addSuppressed(failure);
			}
		}
		return mapped;
	}

	/**
	 * A failure that causes itself would be an endless one.
	 */
	private static boolean isPartOf(NangoException failure, RuntimeException mapped) {
		for (Throwable part = failure; part != null; part = part.getCause()) {
			if (part == mapped) {
				return true;
			}
		}
		return false;
	}

}
