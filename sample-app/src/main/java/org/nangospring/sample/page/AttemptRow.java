package org.nangospring.sample.page;

import java.util.Locale;

import org.nangospring.sample.resilience.Attempt;

/**
 * An attempt as it stands in the table and on the time line, which is {@link #WIDTH}
 * units wide.
 *
 * @param attempt the attempt
 * @param x where it begins
 * @param width how long it is
 * @param waitWidth how long the wait after it is
 */
record AttemptRow(Attempt attempt, long x, long width, long waitWidth) {

	static final int WIDTH = 1000;

	// what is shorter would not be seen
	private static final int LEAST = 6;

	static AttemptRow of(Attempt attempt, long span, long now) {
		Long took = attempt.took();
		Long wait = attempt.repeatedAfter();
		long length = (took != null) ? took : attempt.endsAt(now) - attempt.startedAt();
		long x = Math.min(scaled(attempt.startedAt(), span), WIDTH - LEAST);
		long width = Math.max(LEAST, scaled(length, span));
		return new AttemptRow(attempt, x, width, (wait != null) ? Math.max(0, scaled(wait, span)) : 0);
	}

	/**
	 * How it ended.
	 * @return {@code good}, {@code bad}, or {@code busy} while it is under way
	 */
	public String tone() {
		if (this.attempt.took() == null) {
			return "busy";
		}
		return this.attempt.failed() ? "bad" : "good";
	}

	/**
	 * What its answer was.
	 * @return some words
	 */
	public String result() {
		return (this.attempt.result() != null) ? this.attempt.result() : "Under way";
	}

	/**
	 * When it began.
	 * @return the seconds since the start of the run
	 */
	public String started() {
		return String.format(Locale.ROOT, "%.2f s", this.attempt.startedAt() / 1000.0);
	}

	/**
	 * How long it took.
	 * @return the time, empty while it is under way
	 */
	public String took() {
		return (this.attempt.took() != null) ? time(this.attempt.took()) : "";
	}

	/**
	 * What comes after it.
	 * @return a few words, empty while that is not known
	 */
	public String then() {
		Long wait = this.attempt.repeatedAfter();
		Long asked = this.attempt.retryAfter();
		String request = (asked != null) ? "Nango asks for " + time(asked) + ". " : "";
		if (wait != null) {
			return request + "Waits " + time(wait) + ", then tries again.";
		}
		if (this.attempt.took() == null) {
			return "";
		}
		return request + (this.attempt.failed() ? "Gives up." : "Done.");
	}

	/**
	 * Where the wait after it begins.
	 * @return the place
	 */
	public long waitX() {
		return this.x + this.width;
	}

	private static String time(long millis) {
		return (millis < 1000) ? millis + " ms" : String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
	}

	private static long scaled(long millis, long span) {
		return Math.round((double) WIDTH * millis / span);
	}

}
