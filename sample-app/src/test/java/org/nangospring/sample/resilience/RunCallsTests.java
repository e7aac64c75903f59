package org.nangospring.sample.resilience;

import java.time.Instant;
import java.util.Map;

import io.micrometer.core.instrument.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangospring.client.NangoClient;
import org.nangospring.sample.nango.Faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Calls that fail in a way that the starter does not know.
 */
class RunCallsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "READ | 1 | The call failed after", "BURST | 3 | 0 of 3 calls succeeded" })
	void callThatFailsInAWayThatNobodyHasForeseenHasFailed(CallChoice call, int calls, String result) {
		NangoClient broken = mock(NangoClient.class);
		given(broken.integrations()).willThrow(new IllegalStateException("for the log alone"));
		Experiment experiment = new ExperimentInput(FaultChoice.NONE, call, null, null, null, calls, 2).experiment();
		Counters none = new Counters(0, Map.of(), Map.of(), null, null, null);
		Run run = new Run("run-1", experiment, none, Instant.now(), Clock.SYSTEM);
		new RunCalls(run, broken).make();
		run.end(none);
		assertThat(run.state().failed()).isEqualTo(calls);
		assertThat(run.state().succeeded()).isZero();
		assertThat(run.state().firstFailure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.type()).isEqualTo("IllegalStateException"))
			.satisfies((failure) -> assertThat(failure.message()).doesNotContain("for the log alone"));
		assertThat(RunResult.of(experiment, run.state(), new Faults.Tally(0, 0))).startsWith(result);
	}

}
