package org.nangospring.fuzz;

import java.util.List;

import org.quicktheories.core.RandomnessSource;
import org.quicktheories.impl.Constraint;

/**
 * What a generator draws from. Whatever is drawn shrinks towards the first choice, so
 * generators put the plainest one first.
 */
public final class Draw {

	private final RandomnessSource source;

	Draw(RandomnessSource source) {
		this.source = source;
	}

	/**
	 * A number of a range, both ends included.
	 */
	public int between(int min, int max) {
		return (int) this.source.next(Constraint.between(min, max).withShrinkPoint(min));
	}

	/**
	 * True once in a number of times.
	 */
	public boolean oneIn(int times) {
		return between(1, times) == times;
	}

	public long anyLong() {
		return this.source.next(Constraint.none().withShrinkPoint(0));
	}

	@SafeVarargs
	public final <T> T pick(T... choices) {
		return choices[between(0, choices.length - 1)];
	}

	public <T> T pick(List<T> choices) {
		return choices.get(between(0, choices.size() - 1));
	}

}
