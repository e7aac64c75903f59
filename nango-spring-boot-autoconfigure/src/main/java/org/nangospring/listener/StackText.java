package org.nangospring.listener;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Shows where a thread is.
 */
final class StackText {

	private StackText() {
	}

	static String of(Thread thread) {
		return Arrays.stream(thread.getStackTrace())
			.map((frame) -> System.lineSeparator() + "\tat " + frame)
			.collect(Collectors.joining());
	}

}
