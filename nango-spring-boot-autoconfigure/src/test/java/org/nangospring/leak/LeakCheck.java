package org.nangospring.leak;

import java.util.List;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the run when a test leaves a buffer of Netty's behind that nobody released. It
 * watches all tests without being named by them, and looks once, after the last of them:
 * each look is a garbage collection.
 */
public final class LeakCheck implements BeforeAllCallback, BeforeEachCallback {

	/**
	 * Made before the first test, so that no buffer is allocated unwatched.
	 */
	public LeakCheck() {
		Leaks.watch();
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		Leaks.blame(context.getRequiredTestClass().getSimpleName());
		context.getRoot()
			.getStore(ExtensionContext.Namespace.create(LeakCheck.class))
			.computeIfAbsent(AfterTheLastTest.class);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		Leaks.blame(context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName()
				+ " " + context.getDisplayName());
	}

	static void failFor(List<String> leaks) {
		if (!leaks.isEmpty()) {
			throw new AssertionError("Buffers that were not released: " + leaks.size() + "\n\n"
					+ String.join("\n\n", leaks.subList(0, Math.min(20, leaks.size()))));
		}
	}

	/**
	 * JUnit closes what is in its outermost store when all tests are over, and an error
	 * there is an error of the run.
	 */
	static final class AfterTheLastTest implements AutoCloseable {

		@Override
		public void close() {
			failFor(Leaks.found());
		}

	}

}
