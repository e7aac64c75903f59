package org.nangospring.sample.monitoring;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads the meters that the starter keeps.
 */
@Component
public class Meters {

	private static final String NONE = "none";

	private final MeterRegistry registry;

	Meters(MeterRegistry registry) {
		this.registry = registry;
	}

	/**
	 * The calls to Nango that have ended, one timer for each operation and outcome.
	 * @param tags what the timers must have
	 * @return the timers, none before the first call
	 */
	public Collection<Timer> calls(Tags tags) {
		return this.registry.find("nango.client").tags(tags).timers();
	}

	/**
	 * Adds up counters.
	 * @param name the name of the counters
	 * @param tags what they must have
	 * @return the sum, 0 when nothing was counted
	 */
	public long count(String name, Tags tags) {
		return Math.round(counters(name, tags).stream().mapToDouble(Counter::count).sum());
	}

	/**
	 * Adds up counters by what one of their tags says.
	 * @param name the name of the counters
	 * @param tags what they must have
	 * @param tag the tag that tells them apart
	 * @return the sums by the value of the tag, in alphabetical order
	 */
	public Map<String, Long> countBy(String name, Tags tags, String tag) {
		Map<String, Long> sums = new TreeMap<>();
		counters(name, tags)
			.forEach((counter) -> sums.merge(value(counter, tag), Math.round(counter.count()), Long::sum));
		return sums;
	}

	/**
	 * Counts calls by something that tells them apart.
	 * @param tags what the timers must have
	 * @param key what tells calls apart, or null for those to leave out
	 * @return the numbers of calls, in alphabetical order
	 */
	public Map<String, Long> callsBy(Tags tags, Function<Timer, @Nullable String> key) {
		Map<String, Long> sums = new TreeMap<>();
		for (Timer timer : calls(tags)) {
			String name = key.apply(timer);
			if (name != null) {
				sums.merge(name, timer.count(), Long::sum);
			}
		}
		return sums;
	}

	/**
	 * The values that gauges have now.
	 * @param name the name of the gauges
	 * @param tags what they must have
	 * @return the values, without those that are not known yet
	 */
	public DoubleStream gauges(String name, Tags tags) {
		return this.registry.find(name)
			.tags(tags)
			.gauges()
			.stream()
			.mapToDouble(Gauge::value)
			.filter((value) -> !Double.isNaN(value));
	}

	/**
	 * The value that a gauge has now.
	 * @param name the name of the gauge
	 * @param tags what it must have
	 * @return the value, or null when there is none yet
	 */
	public @Nullable Double gauge(String name, Tags tags) {
		return gauges(name, tags).boxed().findFirst().orElse(null);
	}

	/**
	 * Whether anything was counted under a name.
	 * @param name the name of meters
	 * @return whether there is one
	 */
	public boolean exists(String name) {
		return !this.registry.find(name).meters().isEmpty();
	}

	/**
	 * Why calls have failed: Nango's code, else the status, else the kind of failure.
	 * @param timer the timer of such calls
	 * @return a word
	 */
	public static String cause(Timer timer) {
		return Stream.of("code", "status", "outcome")
			.map((tag) -> value(timer, tag))
			.filter((value) -> !value.equals(NONE))
			.findFirst()
			.orElse(NONE);
	}

	/**
	 * Reads a tag of a meter.
	 * @param meter the meter
	 * @param tag the name of the tag
	 * @return its value, {@code none} when it has none
	 */
	public static String value(Meter meter, String tag) {
		String value = meter.getId().getTag(tag);
		return (value != null) ? value : NONE;
	}

	private Collection<Counter> counters(String name, Tags tags) {
		return this.registry.find(name).tags(tags).counters();
	}

}
