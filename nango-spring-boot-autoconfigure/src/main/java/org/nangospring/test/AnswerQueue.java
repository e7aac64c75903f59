package org.nangospring.test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * Answers to calls that come one after the other. The last answer stays.
 */
final class AnswerQueue {

	private final Deque<Function<NangoCall, MockAnswer>> answers = new ArrayDeque<>();

	synchronized void add(Function<NangoCall, MockAnswer> answer) {
		this.answers.add(answer);
	}

	synchronized Function<NangoCall, MockAnswer> next() {
		return (this.answers.size() > 1) ? this.answers.remove() : this.answers.element();
	}

	synchronized boolean isEmpty() {
		return this.answers.isEmpty();
	}

}
