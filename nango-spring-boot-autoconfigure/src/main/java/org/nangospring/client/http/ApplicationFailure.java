package org.nangospring.client.http;

import java.lang.reflect.UndeclaredThrowableException;

/**
 * Carries what code of the application threw before anything was sent through the loops
 * that repeat calls: it is no failure of a call, and the caller gets it as it is.
 */
final class ApplicationFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final RuntimeException thrown;

	ApplicationFailure(Throwable thrown) {
		super(null, thrown, false, false);
		this.thrown = (thrown instanceof RuntimeException unchecked) ? unchecked
				: new UndeclaredThrowableException(thrown);
	}

	RuntimeException thrown() {
		return this.thrown;
	}

}
