package org.nangospring.test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes wrong, in the order in which it was set up.
 */
final class MockTroubles {

	private final MockClock clock;

	private final List<MockTrouble> troubles = new ArrayList<>();

	MockTroubles(MockClock clock) {
		this.clock = clock;
	}

	synchronized MockTrouble add(MockTrouble trouble) {
		this.troubles.add(trouble);
		return trouble;
	}

	/**
	 * Has calls refused because there were too many: the next one, with a time to wait
	 * that stays the same.
	 */
	MockTrouble rateLimitNext(Duration retryAfter) {
		Instant reset = this.clock.now().plus(retryAfter);
		return add(MockTrouble.answering((call) -> rateLimit(call, retryAfter, reset)));
	}

	/**
	 * Has calls refused because there were too many: all until a time, with what is left
	 * of it to wait.
	 */
	MockTrouble rateLimit(Duration untilReset) {
		Instant reset = this.clock.now().plus(untilReset);
		return add(MockTrouble.answering((call) -> rateLimit(call, Duration.between(this.clock.now(), reset), reset))
			.until(reset));
	}

	synchronized Duration delay(NangoCall call) {
		MockTrouble delay = next(call, true);
		return (delay != null) ? delay.delay() : Duration.ZERO;
	}

	synchronized @Nullable MockTrouble failure(NangoCall call) {
		return next(call, false);
	}

	synchronized void clear() {
		this.troubles.clear();
	}

	private @Nullable MockTrouble next(NangoCall call, boolean delay) {
		Instant now = this.clock.now();
		for (MockTrouble trouble : this.troubles) {
			if (trouble.isDelay() == delay && trouble.take(call, now)) {
				return trouble;
			}
		}
		return null;
	}

	/**
	 * The error that Nango, or what stands in front of it, gives with a status.
	 */
	static MockAnswer failure(int status) {
		return switch (status) {
			case 400 -> MockError.of(400, "invalid_body", "Invalid request").answer();
			case 401 ->
				MockError
					.of(401, "unknown_account",
							"Authentication failed. The provided authorization header does not match any account.",
							MockJson.object())
					.answer();
			case 403 -> MockError.of(403, "forbidden", "Insufficient scope.").answer();
			case 404 -> MockError.notFound("Not found").answer();
			case 500 -> MockError.unexpected().answer();
			case 502, 503, 504 -> MockAnswer.html(status, "<html><body>" + status + "</body></html>");
			default -> MockError.of(status, "server_error", "Failed").answer();
		};
	}

	/**
	 * The answer of Nango when there were too many calls.
	 */
	private static MockAnswer rateLimit(NangoCall call, Duration wait, Instant reset) {
		ObjectNode error = MockJson.object().put("code", "too_many_request");
		error.put("method", call.method()).put("path", call.path());
		return MockError.of(429, error)
			.answer()
			.header("X-RateLimit-Limit", "200000")
			.header("X-RateLimit-Remaining", "0")
			.header("X-RateLimit-Reset", Long.toString(reset.getEpochSecond()))
			.header("Retry-After", Long.toString(Math.max(0, wait.toSeconds())));
	}

}
