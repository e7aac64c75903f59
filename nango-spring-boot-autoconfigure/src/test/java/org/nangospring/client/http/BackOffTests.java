package org.nangospring.client.http;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTests {

	private final BackOff backOff = new BackOff(
			new EngineSettings.Retry(4, Duration.ofMillis(100), Duration.ofSeconds(1), 2, 10));

	@Test
	void waitsAreSpreadBelowALimitThatDoublesUpToTheCap() {
		assertThat(longest(1)).isBetween(Duration.ofMillis(80), Duration.ofMillis(100));
		assertThat(longest(2)).isBetween(Duration.ofMillis(160), Duration.ofMillis(200));
		assertThat(longest(5)).isBetween(Duration.ofMillis(800), Duration.ofSeconds(1));
		assertThat(longest(90)).isBetween(Duration.ofMillis(800), Duration.ofSeconds(1));
		assertThat(shortest(1)).isBetween(Duration.ZERO, Duration.ofMillis(20));
	}

	@Test
	void theServersTimeIsTheLeast() {
		assertThat(this.backOff.delay(3, Duration.ofMillis(700))).isBetween(Duration.ofMillis(700),
				Duration.ofMillis(800));
	}

	@Test
	void callersThatWereToldTheSameTimeDoNotComeBackAtTheSameTime() {
		Duration longest = IntStream.range(0, 2000)
			.mapToObj((i) -> this.backOff.delay(1, Duration.ofMillis(700)))
			.max(Duration::compareTo)
			.get();
		assertThat(longest).isGreaterThan(Duration.ofMillis(780));
	}

	@Test
	void aTimeAboveTheCapIsNotWaitedFor() {
		assertThat(this.backOff.delay(1, Duration.ofSeconds(1))).isNotNull();
		assertThat(this.backOff.delay(1, Duration.ofMillis(1001))).isNull();
	}

	private Duration longest(int attempt) {
		return IntStream.range(0, 2000)
			.mapToObj((i) -> this.backOff.delay(attempt, null))
			.max(Duration::compareTo)
			.get();
	}

	private Duration shortest(int attempt) {
		return IntStream.range(0, 2000)
			.mapToObj((i) -> this.backOff.delay(attempt, null))
			.min(Duration::compareTo)
			.get();
	}

}
