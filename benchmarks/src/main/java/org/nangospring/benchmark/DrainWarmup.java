package org.nangospring.benchmark;

/**
 * Reads all records again and again until the compilers have done their work. What is
 * done once a page takes longest: a thousand times for a million records.
 */
final class DrainWarmup {

	/** As long as the calls have, with each number of callers. */
	private static final int PARTS = CallsBenchmark.CALLERS.size();

	private DrainWarmup() {
	}

	static void run(RunOptions options, ChildProcess worker, String command) {
		double left = PARTS * options.warmupSeconds();
		while (left > 0) {
			left -= worker.ask(command).get("seconds");
		}
	}

}
