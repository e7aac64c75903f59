package org.nangospring.test;

import java.util.Collection;

/**
 * Goes with the failure of a test, to say what Nango was called for and did not have.
 */
final class NothingSetUpException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NothingSetUpException(Collection<String> hints) {
		super("Nango was called for what the test had not set up:\n  " + String.join("\n  ", hints), null, false,
				false);
	}

}
