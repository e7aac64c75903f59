package org.nangospring.autoconfigure.endpoint;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A client as the endpoint shows it. What is not known is left out: of a client that the
 * application made up, all but the rate limit.
 *
 * @param configuration the settings in force, named like the properties below
 * {@code nango}
 * @param rateLimit what Nango said last about the rate limit
 * @param pool the connections
 * @param retryBudget what is left of the retry budget
 * @param errors how the last call that failed of each operation failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientDescriptor(@Nullable Map<String, Object> configuration, @Nullable RateLimitDescriptor rateLimit,
		@Nullable PoolDescriptor pool, @Nullable RetryBudgetDescriptor retryBudget,
		@Nullable Map<String, ErrorDescriptor> errors) {

	@Override
	public String toString() {
		return "ClientDescriptor[pool=" + this.pool + ", retryBudget=" + this.retryBudget + "]";
	}

	/**
	 * The rate limit of the key.
	 *
	 * @param limit calls allowed in one window
	 * @param remaining calls left when Nango last answered
	 * @param resetAt when the next window begins
	 */
	public record RateLimitDescriptor(long limit, long remaining, Instant resetAt) {
	}

	/**
	 * The connections.
	 *
	 * @param active connections in use
	 * @param idle open connections that are not in use
	 * @param pending calls that wait for a connection
	 * @param max connections at most
	 */
	public record PoolDescriptor(int active, int idle, int pending, int max) {
	}

	/**
	 * The retry budget, which works like a circuit breaker of repeats.
	 *
	 * @param capacity how many repeats it has room for when it is full
	 * @param remaining how many are left
	 * @param exhausted whether calls are tried once only for now
	 */
	public record RetryBudgetDescriptor(int capacity, double remaining, boolean exhausted) {
	}

	/**
	 * The last failure of an operation.
	 *
	 * @param at when the call failed
	 * @param exception the exception, without its message
	 * @param status the HTTP status
	 * @param code Nango's error code
	 * @param reason why no complete answer came
	 * @param attempts how often the call was tried
	 * @param count how many calls of the operation have failed since the start
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record ErrorDescriptor(Instant at, String exception, @Nullable Integer status, @Nullable String code,
			@Nullable String reason, int attempts, long count) {

		@Override
		public String toString() {
			return "ErrorDescriptor[" + this.exception + " at " + this.at + "]";
		}

	}

}
