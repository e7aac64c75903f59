package org.nangospring.sample.monitoring;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallHistoryTests {

	private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");

	private final CallHistory history = new CallHistory();

	@Test
	void nothingIsKnownAtTheFirstLook() {
		Sparkline line = this.history.note(START, 7);
		assertThat(line.rates()).isEmpty();
		assertThat(line.points()).isEmpty();
		assertThat(line.description()).contains("0.0 now, 0.0 at most");
	}

	@Test
	void rateIsWhatCameBetweenTwoLooks() {
		this.history.note(START, 10);
		this.history.note(START.plusSeconds(2), 20);
		Sparkline line = this.history.note(START.plusSeconds(6), 22);
		assertThat(line.rates()).containsExactly(new Sparkline.Rate(4, 5), new Sparkline.Rate(0, 0.5));
		assertThat(line.points()).isEqualTo("116.0,1.0 120.0,26.2");
		assertThat(line.description()).isEqualTo("Calls per second in the last two minutes: 0.5 now, 5.0 at most");
	}

	@Test
	void looksThatFollowAtOnceAreNotNoted() {
		this.history.note(START, 10);
		assertThat(this.history.note(START.plusMillis(999), 20).rates()).isEmpty();
		assertThat(this.history.note(START.plusMillis(1000), 20).rates()).hasSize(1);
	}

	@Test
	void whatIsOlderThanTwoMinutesIsForgotten() {
		this.history.note(START, 0);
		this.history.note(START.plusSeconds(60), 60);
		Sparkline line = this.history.note(START.plusSeconds(121), 121);
		assertThat(line.rates()).containsExactly(new Sparkline.Rate(0, 1));
	}

	@Test
	void clockThatGoesBackDoesNoHarm() {
		this.history.note(START, 5);
		assertThat(this.history.note(START.minusSeconds(10), 6).rates()).isEmpty();
	}

}
