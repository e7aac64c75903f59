package org.nangospring.benchmark.calls;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.nangospring.benchmark.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one of the JMH benchmarks in this process, which stays: so a client is warm from
 * one round to the next, and the clients can take turns within seconds.
 */
public final class CallMeasurement {

	private CallMeasurement() {
	}

	/**
	 * Measures.
	 * @param benchmark class and method, for example {@code BlockingCalls.nango}
	 * @param callers how many calls are under way at a time
	 * @param warmupMillis how long to run before
	 * @param millis how long to measure
	 * @return calls a second, and processor time and allocated bytes of one call
	 * @throws RunnerException if JMH cannot run it
	 */
	public static Measurement measure(String benchmark, int callers, long warmupMillis, long millis)
			throws RunnerException {
		boolean blocking = benchmark.startsWith(BlockingCalls.class.getSimpleName());
		ChainedOptionsBuilder options = new OptionsBuilder()
			.include("^" + Pattern.quote(CallMeasurement.class.getPackageName() + "." + benchmark) + "$")
			.mode(Mode.Throughput)
			.forks(0)
			.threads(blocking ? callers : 1)
			.warmupIterations(1)
			.warmupTime(TimeValue.milliseconds(warmupMillis))
			.measurementIterations(1)
			.measurementTime(TimeValue.milliseconds(millis))
			.addProfiler(CpuProfiler.class)
			.addProfiler(GCProfiler.class)
			.shouldFailOnError(true);
		if (!blocking) {
			options.param("callers", Integer.toString(callers));
		}
		PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
		RunResult result = new Runner(options.build(),
				OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT))
			.runSingle();
		Measurement measurement = Measurement.empty().with("callsPerSecond", result.getPrimaryResult().getScore());
		result.getSecondaryResults().forEach((name, secondary) -> {
			if (name.equals(CpuProfiler.CPU)) {
				measurement.with("cpuMicros", secondary.getScore());
			}
			else if (name.equals("gc.alloc.rate.norm")) {
				measurement.with("bytes", secondary.getScore());
			}
		});
		return measurement;
	}

}
