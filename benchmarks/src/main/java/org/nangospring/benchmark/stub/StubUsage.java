package org.nangospring.benchmark.stub;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.LongAdder;

import com.sun.management.OperatingSystemMXBean;

/**
 * What the stub itself has used: that shows how much faster than the clients it is.
 */
final class StubUsage {

	private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private final LongAdder connections = new LongAdder();

	private final LongAdder requests = new LongAdder();

	void connected() {
		this.connections.increment();
	}

	void answered() {
		this.requests.increment();
	}

	long requests() {
		return this.requests.sum();
	}

	String json() {
		return "{\"connections\":" + this.connections + ",\"requests\":" + this.requests + ",\"cpuNanos\":"
				+ this.system.getProcessCpuTime() + "}";
	}

}
