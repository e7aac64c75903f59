package org.nangospring.sample.resilience;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What a meter said before a run and what it says after it.
 *
 * @param name what is counted
 * @param meter the name of the meter
 * @param before the value before
 * @param now the value now
 * @param change how it has changed, with its sign; empty when it has not
 */
public record CounterRow(String name, String meter, String before, String now, String change) {

	private static final String CALLS = "nango.client";

	private static final String RETRIES = "nango.client.retries";

	static List<CounterRow> of(Counters before, Counters now) {
		List<CounterRow> rows = new ArrayList<>();
		rows.add(of("Calls", CALLS, before.calls(), now.calls()));
		// each repeat is one attempt more
		rows.add(of("Attempts", CALLS, before.calls() + before.retried(), now.calls() + now.retried()));
		rows.add(of("Repeats", RETRIES, before.retried(), now.retried()));
		each("Repeats: ", RETRIES, before.retries(), now.retries(), rows);
		rows.add(of("Failed calls", CALLS, before.failed(), now.failed()));
		each("Failed calls: ", CALLS, before.errors(), now.errors(), rows);
		rows.add(gauge("Retry budget left", "nango.client.retry.budget.remaining", before.budgetLeft(),
				now.budgetLeft(), "%.1f"));
		rows.add(gauge("Rate limit left", "nango.client.ratelimit.remaining", before.rateLimitLeft(),
				now.rateLimitLeft(), "%.0f"));
		rows.add(gauge("Open connections", "nango.client.pool.idle", before.connections(), now.connections(), "%.0f"));
		return rows;
	}

	private static void each(String name, String meter, Map<String, Long> before, Map<String, Long> now,
			List<CounterRow> rows) {
		TreeSet<String> keys = new TreeSet<>(before.keySet());
		keys.addAll(now.keySet());
		keys.forEach((key) -> rows.add(of(name + key, meter, before.getOrDefault(key, 0L), now.getOrDefault(key, 0L))));
	}

	private static CounterRow of(String name, String meter, long before, long now) {
		return new CounterRow(name, meter, Long.toString(before), Long.toString(now),
				(now == before) ? "" : signed(Long.toString(now - before)));
	}

	private static CounterRow gauge(String name, String meter, @Nullable Double before, @Nullable Double now,
			String format) {
		String first = text(before, format);
		String last = text(now, format);
		String change = (before == null || now == null || first.equals(last)) ? "" : signed(text(now - before, format));
		return new CounterRow(name, meter, first, last, change);
	}

	private static String text(@Nullable Double value, String format) {
		return (value != null) ? String.format(Locale.ROOT, format, value) : "–";
	}

	private static String signed(String number) {
		return number.startsWith("-") ? "−" + number.substring(1) : "+" + number;
	}

}
