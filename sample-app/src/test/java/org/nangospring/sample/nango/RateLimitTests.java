package org.nangospring.sample.nango;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTests {

	private final ManualClock clock = new ManualClock();

	private final RateLimit rateLimit = new RateLimit(this.clock, 2);

	@Test
	void requestsOverTheLimitAreToldWhenToComeBack() {
		assertThat(this.rateLimit.take().exceeded()).isFalse();
		this.clock.advance(Duration.ofMillis(500));
		assertThat(this.rateLimit.take().exceeded()).isFalse();
		RateLimit.Permit third = this.rateLimit.take();
		assertThat(third.exceeded()).isTrue();
		assertThat(third.headers()).containsEntry("retry-after", "59").containsEntry("x-ratelimit-remaining", "0");
	}

	@Test
	void waitIsRoundedDownToZero() {
		this.rateLimit.take();
		this.rateLimit.take();
		this.clock.advance(Duration.ofMillis(59_500));
		assertThat(this.rateLimit.take().headers()).containsEntry("retry-after", "0");
	}

	@Test
	void nextMinuteStartsAnew() {
		this.rateLimit.take();
		this.rateLimit.take();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.rateLimit.take().headers()).containsEntry("x-ratelimit-remaining", "1")
			.doesNotContainKey("retry-after");
	}

	@Test
	void thousandAndFirstRequestOfAMinuteIsRefused() {
		try (Caller caller = new Caller()) {
			for (int i = 0; i < 1000; i++) {
				caller.get("/environment-variables");
			}
			Caller.Reply refused = caller.get("/connections?limit=1");
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.header("Retry-After")).isEqualTo("60");
			assertThat(refused.body())
				.isEqualTo("{\"error\":{\"code\":\"too_many_request\",\"method\":\"GET\",\"path\":\"/connections\"}}");
		}
	}

}
