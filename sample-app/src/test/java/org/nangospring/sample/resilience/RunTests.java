package org.nangospring.sample.resilience;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.micrometer.core.instrument.MockClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long things take in a run.
 */
class RunTests {

	private static final Counters NONE = new Counters(0, Map.of(), Map.of(), null, null, null);

	private final MockClock clock = new MockClock();

	private final Run run = new Run("run-1",
			new ExperimentInput(FaultChoice.NONE, CallChoice.READ, null, null, null, 1, 1).experiment(), NONE,
			Instant.EPOCH, this.clock);

	@Test
	void attemptsBeginAtTheirTimeAfterTheStart() {
		this.run.begin(1, 1, "read");
		this.clock.add(Duration.ofMillis(250));
		this.run.begin(1, 2, "read");
		assertThat(this.run.state().attempts()).extracting(Attempt::startedAt).containsExactly(0L, 250L);
		assertThat(this.run.state().elapsed()).isEqualTo(250);
	}

	@Test
	void runThatHasEndedTakesNoLonger() {
		this.clock.add(Duration.ofMillis(300));
		this.run.end(NONE);
		this.clock.add(Duration.ofHours(1));
		assertThat(this.run.state().elapsed()).isEqualTo(300);
		assertThat(this.run.startedAt()).isEqualTo(Instant.EPOCH);
	}

}
