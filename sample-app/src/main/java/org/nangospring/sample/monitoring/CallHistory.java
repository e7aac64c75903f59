package org.nangospring.sample.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Remembers for a while how many calls there were. It learns that when somebody looks; a
 * longer time between two looks counts with its mean rate.
 */
class CallHistory {

	private static final Duration LEAST = Duration.ofSeconds(1);

	private static final Duration MOST = Duration.ofSeconds(Sparkline.WIDTH);

	private final Deque<Sample> samples = new ArrayDeque<>();

	/**
	 * Notes a number, unless the last one was noted a moment ago.
	 * @param now the time
	 * @param calls the calls until now
	 * @return the rates that are known
	 */
	synchronized Sparkline note(Instant now, long calls) {
		Sample last = this.samples.peekLast();
		if (last == null || !now.isBefore(last.at().plus(LEAST))) {
			this.samples.addLast(new Sample(now, calls));
		}
		while (this.samples.size() > 1 && this.samples.getFirst().at().isBefore(now.minus(MOST))) {
			this.samples.removeFirst();
		}
		return new Sparkline(rates(now));
	}

	private List<Sparkline.Rate> rates(Instant now) {
		List<Sparkline.Rate> rates = new ArrayList<>();
		@Nullable Sample before = null;
		for (Sample sample : this.samples) {
			if (before != null) {
				double seconds = Duration.between(before.at(), sample.at()).toMillis() / 1000.0;
				double age = Duration.between(sample.at(), now).toMillis() / 1000.0;
				rates.add(new Sparkline.Rate(age, (sample.calls() - before.calls()) / seconds));
			}
			before = sample;
		}
		return rates;
	}

	/**
	 * How many calls there were at one time.
	 *
	 * @param at the time
	 * @param calls the calls until then
	 */
	private record Sample(Instant at, long calls) {

	}

}
