package org.nangospring.test;

import java.util.List;

/**
 * What a failure of a {@link CallVerification} says: what was expected, and all calls,
 * with a mark at those that were counted.
 */
final class CallFailure {

	private final String subject;

	private final List<NangoCall> all;

	private final List<NangoCall> counted;

	CallFailure(List<String> description, List<NangoCall> all, List<NangoCall> counted) {
		this.subject = description.isEmpty() ? "Nango" : String.join(", ", description);
		this.all = all;
		this.counted = counted;
	}

	AssertionError expected(String expected) {
		StringBuilder message = new StringBuilder("Expected ").append(this.subject)
			.append(" to be ")
			.append(expected)
			.append(", but it was ")
			.append(times(this.counted.size()))
			.append(this.all.isEmpty() ? ". There were no calls at all." : ". These were the calls:");
		this.all
			.forEach((call) -> message.append("\n  ").append(this.counted.contains(call) ? "* " : "  ").append(call));
		return new AssertionError(message.toString());
	}

	static String times(int count) {
		return switch (count) {
			case 0 -> "never called";
			case 1 -> "called once";
			default -> "called " + count + " times";
		};
	}

}
