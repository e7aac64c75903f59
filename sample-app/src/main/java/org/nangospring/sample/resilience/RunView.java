package org.nangospring.sample.resilience;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.failure.Failure;

/**
 * A run as people and programs get to see it. Times are in milliseconds.
 *
 * @param id its id
 * @param underWay whether it goes on
 * @param experiment what is tried
 * @param lesson what the starter does in this case, and why
 * @param startedAt when it began
 * @param elapsed how long it has taken so far
 * @param attempts the attempts at all of its calls, in the order in which they began
 * @param succeeded how many calls have succeeded
 * @param failed how many calls have failed
 * @param result how it ended, or null while it is under way
 * @param failure why the first of its calls failed, or null
 * @param received how many requests reached Nango
 * @param carriedOut how many of them it carried out, whether or not the answer arrived
 * @param budgetUsedUp whether the retry budget is used up, so that calls are tried once
 * @param counters what the meters said before, and what they say now or said at the end
 */
public record RunView(String id, boolean underWay, Experiment experiment, String lesson, Instant startedAt,
		long elapsed, List<Attempt> attempts, int succeeded, int failed, @Nullable String result,
		@Nullable Failure failure, long received, long carriedOut, boolean budgetUsedUp, List<CounterRow> counters) {

	/**
	 * The end of the time line.
	 * @return the time at which the last attempt ends, with the wait after it; 1 at least
	 */
	public long span() {
		return Math.max(1, this.attempts.stream().mapToLong((it) -> it.endsAt(this.elapsed)).max().orElse(1));
	}

}
