package org.nangospring.sample.monitoring;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;

import org.springframework.stereotype.Component;

/**
 * Makes numbers for people out of the starter's meters. All clients count together, but
 * for what belongs to the application's own one: rate limit, budget and connections.
 */
@Component
class MetricTiles {

	private static final String CALLS = "nango.client";

	private static final String RETRIES = "nango.client.retries";

	private static final String BUDGET = "nango.client.retry.budget.remaining";

	private static final String RATE_LIMIT = "nango.client.ratelimit.remaining";

	private static final String POOL = "nango.client.pool.active";

	private static final String RECORDS = "nango.listener.records";

	private static final String LAG = "nango.listener.lag";

	private static final String WEBHOOKS = "nango.webhook.received";

	private final Meters meters;

	private final NangoClient nango;

	MetricTiles(Meters meters, NangoClient nango) {
		this.meters = meters;
		this.nango = nango;
	}

	List<MetricTile> read() {
		Collection<Timer> calls = this.meters.calls(Tags.empty());
		Tags client = Tags.of("client", this.nango.name());
		return List.of(calls(calls), failures(calls), time(calls), retries(), rateLimit(client), budget(client),
				connections(client), records(), lag(), webhooks());
	}

	private MetricTile calls(Collection<Timer> calls) {
		Map<String, Long> clients = this.meters.callsBy(Tags.empty(), (timer) -> Meters.value(timer, "client"));
		return tile("calls", "Calls", Long.toString(count(calls)), (clients.size() > 1) ? list(clients) : "", null,
				CALLS);
	}

	private MetricTile failures(Collection<Timer> calls) {
		Map<String, Long> failed = this.meters.callsBy(Tags.empty(), MetricTiles::failure);
		long sum = failed.values().stream().mapToLong(Long::longValue).sum();
		double share = (sum > 0) ? 100.0 * sum / count(calls) : 0;
		return tile("errors", "Failed calls", text("%.1f %%", share), (sum > 0) ? list(failed) : "None failed.", null,
				CALLS);
	}

	private MetricTile time(Collection<Timer> calls) {
		double total = calls.stream().mapToDouble((timer) -> timer.totalTime(TimeUnit.MILLISECONDS)).sum();
		double most = calls.stream().mapToDouble((timer) -> timer.max(TimeUnit.MILLISECONDS)).max().orElse(0);
		long count = count(calls);
		return tile("time", "Mean time of a call", (count > 0) ? millis(total / count) : "–",
				millis(most) + " at most lately, repeats and waits included.", null, CALLS);
	}

	private MetricTile retries() {
		Map<String, Long> reasons = this.meters.countBy(RETRIES, Tags.empty(), "reason");
		return tile("retries", "Repeated attempts", Long.toString(this.meters.count(RETRIES, Tags.empty())),
				list(reasons), null, RETRIES);
	}

	private MetricTile rateLimit(Tags client) {
		Double left = this.meters.gauge(RATE_LIMIT, client);
		Double limit = this.meters.gauge("nango.client.ratelimit.limit", client);
		Double reset = this.meters.gauge("nango.client.ratelimit.reset", client);
		if (left == null || limit == null || reset == null) {
			return tile("rate-limit", "Rate limit left", "–", "Nango has not told it yet.", null, RATE_LIMIT);
		}
		return tile("rate-limit", "Rate limit left", text("%.0f", left),
				text("of %.0f calls when Nango last answered. A new window begins in %.0f s.", limit, reset),
				new Bar(left, limit), RATE_LIMIT);
	}

	private MetricTile budget(Tags client) {
		Double left = this.meters.gauge(BUDGET, client);
		Double capacity = this.meters.gauge("nango.client.retry.budget.capacity", client);
		if (left == null || capacity == null) {
			return tile("budget", "Retry budget left", "–", "", null, BUDGET);
		}
		return tile("budget", "Retry budget left", text("%.1f", left),
				(left < 1) ? "It is used up: each call is tried once." : text("of %.0f repeats.", capacity),
				new Bar(left, capacity), BUDGET);
	}

	private MetricTile connections(Tags client) {
		Double active = this.meters.gauge(POOL, client);
		Double idle = this.meters.gauge("nango.client.pool.idle", client);
		Double pending = this.meters.gauge("nango.client.pool.pending", client);
		Double most = this.meters.gauge("nango.client.pool.max", client);
		if (active == null || idle == null || pending == null || most == null) {
			return tile("connections", "Open connections", "–", "They are not counted.", null, POOL);
		}
		return tile("connections", "Open connections", text("%.0f", active + idle),
				text("%.0f in use, %.0f idle, %.0f calls wait for one. There may be %.0f.", active, idle, pending,
						most),
				null, POOL);
	}

	private MetricTile records() {
		return tile("records", "Changes delivered", Long.toString(this.meters.count(RECORDS, Tags.empty())),
				list(this.meters.countBy(RECORDS, Tags.empty(), "listener")), null, RECORDS);
	}

	private MetricTile lag() {
		double most = this.meters.gauges(LAG, Tags.empty()).max().orElse(0);
		double streams = this.meters.gauges("nango.listener.streams", Tags.empty()).sum();
		return tile("lag", "Record listeners behind", (most > 0) ? text("%.0f s", most) : "0 s",
				text("The oldest change that is known and not delivered, of %.0f streams.", streams), null, LAG);
	}

	private MetricTile webhooks() {
		return tile("webhooks", "Webhooks", Long.toString(this.meters.count(WEBHOOKS, Tags.empty())),
				list(this.meters.countBy(WEBHOOKS, Tags.empty(), "type")), null, WEBHOOKS);
	}

	private MetricTile tile(String id, String label, String value, String note, @Nullable Bar bar, String meter) {
		// the actuator knows a meter only once something was counted
		String address = this.meters.exists(meter) ? "/actuator/metrics/" + meter : "/actuator/nango";
		return new MetricTile(id, label, value, note, bar, address);
	}

	private static @Nullable String failure(Timer timer) {
		return switch (Meters.value(timer, "outcome")) {
			case "SUCCESS", "CANCELLED" -> null;
			default -> Meters.cause(timer);
		};
	}

	private static long count(Collection<Timer> calls) {
		return calls.stream().mapToLong(Timer::count).sum();
	}

	private static String list(Map<String, Long> counts) {
		return counts.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " " + entry.getValue())
			.collect(Collectors.joining(", "));
	}

	private static String millis(double time) {
		return (time < 1000) ? text("%.0f ms", time) : text("%.1f s", time / 1000);
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
