package org.nangospring.leak;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;

/**
 * What Netty's leak detector reports, with the test that was running when the buffer was
 * allocated.
 */
final class Leaks {

	private static final List<String> REPORTS = new CopyOnWriteArrayList<>();

	/** A leak that was asked for is known by this, followed by a number. */
	private static final ThreadLocal<String> ON_PURPOSE = new ThreadLocal<>();

	private static final AtomicInteger PURPOSES = new AtomicInteger();

	private static final int PATIENCE = 200;

	/** What stands below each test in a stack trace. */
	private static final Pattern TEST_RUNNER = Pattern
		.compile("(?m)^\\s+(java\\.base/|org\\.junit\\.|org\\.apache\\.maven\\.).*\\R?");

	private static volatile String test = "no test yet";

	private Leaks() {
	}

	/**
	 * Has all buffers watched that are allocated from now on.
	 */
	static void watch() {
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
		ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new ResourceLeakDetectorFactory() {

			@Override
			@Deprecated
			public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int samplingInterval,
					long maxActive) {
				return new Detector<>(resource, samplingInterval);
			}

		});
	}

	/**
	 * Names the test that is to blame for what is allocated from now on.
	 */
	static void blame(String currentTest) {
		test = currentTest;
	}

	/**
	 * Finds all leaks so far.
	 */
	static List<String> found() {
		// the reports of one collection come in any order, but before those of the next
		onPurpose(() -> ByteBufAllocator.DEFAULT.buffer(1));
		onPurpose(() -> ByteBufAllocator.DEFAULT.buffer(1));
		return List.copyOf(REPORTS);
	}

	/**
	 * Leaks what is given, and waits until that is reported. A report needs a garbage
	 * collection and an allocation after it.
	 * @return the report, which is not among those found
	 * @throws IllegalStateException if there is none
	 */
	static String onPurpose(Supplier<?> leak) {
		String purpose = "on purpose " + PURPOSES.incrementAndGet() + ";";
		forget(leak, purpose);
		for (int round = 0; round < PATIENCE; round++) {
			System.gc();
			ByteBufAllocator.DEFAULT.buffer(1).release();
			for (String report : REPORTS) {
				if (report.contains(purpose)) {
					REPORTS.remove(report);
					return report;
				}
			}
		}
		throw new IllegalStateException("Netty's leak detector did not report a buffer that was leaked on purpose");
	}

	private static void forget(Supplier<?> leak, String purpose) {
		ON_PURPOSE.set(purpose);
		try {
			leak.get();
		}
		finally {
			ON_PURPOSE.remove();
		}
	}

	private static final class Detector<T> extends ResourceLeakDetector<T> {

		Detector(Class<T> resource, int samplingInterval) {
			super(resource, samplingInterval);
		}

		@Override
		protected Object getInitialHint(String resourceType) {
			String purpose = ON_PURPOSE.get();
			return ((purpose != null) ? purpose + " " : "") + "allocated during " + test;
		}

		@Override
		protected boolean needReport() {
			return true;
		}

		@Override
		protected void reportTracedLeak(String resourceType, String records) {
			REPORTS.add(resourceType + TEST_RUNNER.matcher(records).replaceAll(""));
		}

		@Override
		protected void reportUntracedLeak(String resourceType) {
			REPORTS.add(resourceType);
		}

	}

}
