package org.nangospring.benchmark.calls;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Measures the processor time of one operation in all threads of the process. On a
 * machine that has other work to do it says more than the operations in a second.
 */
public class CpuProfiler implements InternalProfiler {

	static final String CPU = "cpu.norm";

	private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private long before;

	@Override
	public String getDescription() {
		return "Processor time of an operation";
	}

	@Override
	public void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
		this.before = this.system.getProcessCpuTime();
	}

	@Override
	public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmarkParams,
			IterationParams iterationParams, IterationResult result) {
		double micros = (this.system.getProcessCpuTime() - this.before) / 1_000.0;
		long operations = result.getMetadata().getAllOps();
		return List.of(new ScalarResult(CPU, micros / Math.max(1, operations), "us/op", AggregationPolicy.AVG));
	}

}
