package org.nangospring.fuzz;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.quicktheories.QuickTheory;
import org.quicktheories.api.AsString;
import org.quicktheories.core.Gen;
import org.quicktheories.core.Reporter;

/**
 * Checks that something holds whatever is drawn. {@code -Dnango.fuzz.tries} says how
 * often each property is tried, {@code -Dnango.fuzz.seed} draws the same again.
 */
public final class Fuzz {

	static final String TRIES = "nango.fuzz.tries";

	static final String SEED = "nango.fuzz.seed";

	/** Each try of some properties is a call over a socket. */
	private static final int SHRINKS = 2_000;

	private Fuzz() {
	}

	/**
	 * Tries a property.
	 * @param usualTries how often, unless the flag says otherwise
	 * @param generator draws a case, whose {@code toString()} says all about it
	 * @param property throws whatever it likes when it does not hold
	 * @throws AssertionError with the smallest case found, the failure and the seed
	 */
	public static <T> void check(int usualTries, Function<Draw, T> generator, Consumer<T> property) {
		long seed = Long.getLong(SEED, System.nanoTime());
		Gen<T> gen = (source) -> generator.apply(new Draw(source));
		QuickTheory.qt()
			.withFixedSeed(seed)
			.withExamples(Integer.getInteger(TRIES, usualTries))
			.withUnlimitedTestingTime()
			.withShrinkCycles(SHRINKS)
			// the same case twice does no harm
			.withGenerateAttempts(Integer.MAX_VALUE)
			.withReporter(new SmallestCase())
			.forAll(gen)
			.checkAssert(property);
	}

	/**
	 * Tells the smallest case only, and keeps its failure as the cause.
	 */
	private static final class SmallestCase implements Reporter {

		@Override
		public void falisification(long seed, int tries, Object smallest, Throwable cause, List<Object> others,
				AsString<Object> description) {
			throw new AssertionError("After " + tries + " tries with " + smallest + "\n" + cause
					+ "\nReproduce this with -D" + SEED + "=" + seed, cause);
		}

		@Override
		public void falisification(long seed, int tries, Object smallest, List<Object> others,
				AsString<Object> description) {
			falisification(seed, tries, smallest, new AssertionError("It does not hold"), others, description);
		}

		@Override
		public void valuesExhausted(int tries) {
			throw new IllegalStateException("The generator ran out of cases after " + tries);
		}

	}

}
