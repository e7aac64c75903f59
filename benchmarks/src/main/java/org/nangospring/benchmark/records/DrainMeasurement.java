package org.nangospring.benchmark.records;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.net.URI;

import com.sun.management.OperatingSystemMXBean;
import org.nangospring.benchmark.Measurement;
import org.nangospring.benchmark.NangoApplication;
import org.nangospring.client.NangoClient;

/**
 * Reads all records with one client and measures it.
 */
public final class DrainMeasurement {

	/** Our client. */
	public static final String NANGO = "nango";

	/** Record listeners. */
	public static final String LISTENERS = "listeners";

	/** Streams of our client, as many at the same time as listeners. */
	public static final String STREAMS = "streams";

	/** The loop written by hand. */
	public static final String HAND_WRITTEN = "handWritten";

	private final Drain drain;

	private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private DrainMeasurement(Drain drain) {
		this.drain = drain;
	}

	/**
	 * Sets a client up.
	 * @param client its name
	 * @param stub where the records are
	 * @param records how many there are
	 * @return the measurement
	 */
	public static DrainMeasurement of(String client, URI stub, long records) {
		return new DrainMeasurement(switch (client) {
			case NANGO -> new NangoDrain(NangoApplication.start(stub).getBean(NangoClient.class));
			case LISTENERS -> new ListenerDrain(NangoApplication.start(stub).getBean(NangoClient.class), records);
			case STREAMS -> new StreamsDrain(NangoApplication.start(stub).getBean(NangoClient.class));
			case HAND_WRITTEN -> new HandWrittenDrain(stub);
			default -> throw new IllegalArgumentException("There is no client " + client);
		});
	}

	/**
	 * Reads all records once.
	 * @return seconds, processor time, the number and the sum of the records, and the
	 * heap: what was in use at most, and at most after a collection
	 */
	public Measurement measure() {
		ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
		HeapAfterCollection heap = new HeapAfterCollection();
		long cpu = this.system.getProcessCpuTime();
		long start = System.nanoTime();
		Drain.Total total = this.drain.drain();
		double seconds = (System.nanoTime() - start) / 1e9;
		double cpuSeconds = (this.system.getProcessCpuTime() - cpu) / 1e9;
		return Measurement.empty()
			.with("seconds", seconds)
			.with("cpuSeconds", cpuSeconds)
			.with("records", total.count())
			.with("sum", total.sum())
			.with("heapPeak", heapPeak())
			.with("heapAfterCollection", heap.stop());
	}

	/**
	 * The pools reach their peaks at different times, so this is a little too much.
	 */
	private static long heapPeak() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.map(MemoryPoolMXBean::getPeakUsage)
			.mapToLong(MemoryUsage::getUsed)
			.sum();
	}

}
