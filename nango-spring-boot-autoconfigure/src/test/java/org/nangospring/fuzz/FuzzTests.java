package org.nangospring.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A property that fails says how to see it fail again.
 */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class FuzzTests {

	@Test
	void aFailureNamesItsSmallestCaseItsCauseAndItsSeed() {
		List<Integer> drawn = new ArrayList<>();
		AssertionError failure = fails(drawn);
		// how far a case shrinks is up to what is drawn
		int smallest = drawn.stream().filter((number) -> number >= 1_000).min(Integer::compare).orElseThrow();
		assertThat(failure).hasMessageContaining("with " + smallest + "\n")
			.hasMessageContaining("too large")
			.hasMessageContaining("-Dnango.fuzz.seed=")
			.hasRootCauseMessage("too large");
	}

	@Test
	void theSeedThatAFailureNamesDrawsTheSameAgain() {
		List<Integer> first = new ArrayList<>();
		String seed = fails(first).getMessage().replaceFirst("(?s).*-Dnango.fuzz.seed=(-?\\d+).*", "$1");
		List<Integer> again = new ArrayList<>();
		with(Fuzz.SEED, seed, () -> fails(again));
		assertThat(again).isEqualTo(first);
		List<Integer> other = new ArrayList<>();
		with(Fuzz.SEED, "42", () -> fails(other));
		assertThat(other).isNotEqualTo(first);
	}

	@Test
	void theNumberOfTriesCanBeSet() {
		List<Integer> drawn = new ArrayList<>();
		with(Fuzz.TRIES, "321", () -> Fuzz.check(5, (draw) -> draw.between(0, 1_000_000), drawn::add));
		// the same case is not tried twice
		assertThat(drawn).hasSizeBetween(300, 321);
	}

	private static AssertionError fails(List<Integer> drawn) {
		return Objects.requireNonNull(catchThrowableOfType(AssertionError.class,
				() -> Fuzz.check(10_000, (draw) -> draw.between(0, 1_000_000), (number) -> {
					drawn.add(number);
					if (number >= 1_000) {
						throw new IllegalStateException("too large");
					}
				})));
	}

	private static void with(String property, String value, Runnable task) {
		String before = System.getProperty(property);
		System.setProperty(property, value);
		try {
			task.run();
		}
		finally {
			if (before != null) {
				System.setProperty(property, before);
			}
			else {
				System.clearProperty(property);
			}
		}
	}

}
