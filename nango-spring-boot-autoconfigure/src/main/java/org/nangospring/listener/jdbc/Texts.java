package org.nangospring.listener.jdbc;

import org.jspecify.annotations.Nullable;
import org.nangospring.listener.StreamFailure;

/**
 * Texts that are stored for people to read.
 */
final class Texts {

	private static final int LONGEST = 500;

	private static final int LONGEST_MESSAGE = 4_000;

	private Texts() {
	}

	/**
	 * Makes the texts of a failure fit the columns of any of the databases: PostgreSQL
	 * refuses the character 0.
	 */
	static StreamFailure fitting(StreamFailure failure) {
		return new StreamFailure(failure.type(), withoutZero(failure.message()), withoutZero(failure.recordId()),
				failure.at())
			.shortened(LONGEST, LONGEST_MESSAGE);
	}

	private static @Nullable String withoutZero(@Nullable String text) {
		return (text != null) ? text.replace('\0', ' ') : null;
	}

}
