package org.nangospring.client.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nangospring.client.ApiError;
import org.nangospring.client.FailedCall;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoWaitTimeoutException;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WaitTests {

	private final ManualTiming timing = new ManualTiming();

	@Test
	void pausesGrowFromAQuarterOfASecondToFiveSeconds() {
		Wait wait = wait(Duration.ofMinutes(5));
		List<Double> pauses = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			Duration pause = pause(wait);
			this.timing.advance(pause);
			pauses.add(pause.toNanos() / 1e6);
		}
		assertThat(pauses).containsExactly(250.0, 375.0, 562.5, 843.75, 1265.625, 1898.4375, 2847.65625, 4271.484375,
				5000.0, 5000.0);
	}

	@Test
	void theLastPauseEndsAtTheDeadlineAndOneQuestionFollows() {
		Wait wait = wait(Duration.ofSeconds(1));
		List<Duration> left = new ArrayList<>();
		List<Duration> pauses = new ArrayList<>();
		while (true) {
			left.add(wait.beginAttempt());
			Duration pause = wait.pause();
			if (pause == null) {
				break;
			}
			pauses.add(pause);
			this.timing.advance(pause);
		}
		assertThat(pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(375), Duration.ofMillis(375));
		assertThat(left).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(750), Duration.ofMillis(375),
				Duration.ofMillis(250));
		assertThat(wait.timedOut().attempts()).isEqualTo(4);
	}

	@Test
	void timeThatQuestionsTakeCountsToo() {
		Wait wait = wait(Duration.ofSeconds(10));
		wait.beginAttempt();
		this.timing.advance(Duration.ofMillis(9900));
		assertThat(wait.pause()).isEqualTo(Duration.ofMillis(100));
		this.timing.advance(Duration.ofSeconds(7));
		assertThat(wait.beginAttempt()).isEqualTo(Duration.ofMillis(250));
		assertThat(wait.pause()).isNull();
	}

	@Test
	void aWaitThatEndsSaysForWhatAndForHowLong() {
		Wait wait = wait(Duration.ofSeconds(90));
		wait.beginAttempt();
		wait.beginAttempt();
		NangoWaitTimeoutException failure = wait.timedOut();
		assertThat(failure).hasMessage("things.await: It is not there. Waited for PT1M30S. (after 2 attempts)");
		assertThat(failure.operation()).isEqualTo("things.await");
		assertThat(failure.isRepeatable()).isFalse();
	}

	@Test
	void aRateLimitThatEndsInTimeIsWaitedFor() {
		Wait wait = wait(Duration.ofSeconds(10));
		assertThat(wait.tolerates(rateLimit(Duration.ofSeconds(2)))).isTrue();
		assertThat(pause(wait)).isEqualTo(Duration.ofSeconds(2));
		this.timing.advance(Duration.ofSeconds(2));
		assertThat(pause(wait)).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void aRateLimitThatEndsAtOnceMakesNoPauseShorter() {
		Wait wait = wait(Duration.ofSeconds(10));
		assertThat(wait.tolerates(rateLimit(Duration.ZERO))).isTrue();
		assertThat(pause(wait)).isEqualTo(Duration.ofMillis(250));
	}

	@Test
	void everyOtherFailureEndsTheWait() {
		Wait wait = wait(Duration.ofSeconds(10));
		assertThat(wait.tolerates(rateLimit(Duration.ofSeconds(10)))).isFalse();
		assertThat(wait.tolerates(rateLimit(null))).isFalse();
		assertThat(wait.tolerates(new NangoServerException(failed(Duration.ofSeconds(1)), error(503), null))).isFalse();
		this.timing.advance(Duration.ofSeconds(9));
		assertThat(wait.tolerates(rateLimit(Duration.ofSeconds(1)))).isFalse();
		assertThat(wait.tolerates(rateLimit(Duration.ofMillis(999)))).isTrue();
	}

	@Test
	void aWaitWithoutTimeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> wait(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> wait(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> wait(Duration.ofDays(25)));
	}

	private Wait wait(Duration timeout) {
		NangoRequest<String> question = NangoRequest.of("things.get", HttpMethod.GET)
			.path("/things")
			.reading((response) -> null);
		return new Wait(new WaitFor<>("things.await", question, timeout, "It is not there."), this.timing);
	}

	private static Duration pause(Wait wait) {
		Duration pause = wait.pause();
		assertThat(pause).isNotNull();
		return pause;
	}

	private static NangoRateLimitException rateLimit(@Nullable Duration retryAfter) {
		return new NangoRateLimitException(failed(retryAfter), error(429), null);
	}

	private static FailedCall failed(@Nullable Duration retryAfter) {
		return FailedCall.of("things.get").withRetryAfter(retryAfter);
	}

	private static ApiError error(int status) {
		return new ApiError(status, "code", null, List.of(), null);
	}

}
