package org.nangospring.sample.resilience;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the meters said at one time. Calls, repeats and errors are those of this corner's
 * client alone; the rest belongs to all clients that share connections with it.
 *
 * @param calls the calls that have ended
 * @param retries the repeats by their reason
 * @param errors the calls that failed for good, by Nango's code, else by status or kind
 * @param budgetLeft the repeats that are left in the retry budget, or null
 * @param rateLimitLeft the calls that are left of the rate limit, or null
 * @param connections the connections that are open, or null
 */
record Counters(long calls, Map<String, Long> retries, Map<String, Long> errors, @Nullable Double budgetLeft,
		@Nullable Double rateLimitLeft, @Nullable Double connections) {

	long retried() {
		return this.retries.values().stream().mapToLong(Long::longValue).sum();
	}

	boolean budgetUsedUp() {
		return this.budgetLeft != null && this.budgetLeft < 1;
	}

	long failed() {
		return this.errors.values().stream().mapToLong(Long::longValue).sum();
	}

}
