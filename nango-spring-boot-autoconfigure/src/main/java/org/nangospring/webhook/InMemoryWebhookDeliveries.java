package org.nangospring.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.nangospring.client.http.Arguments;

/**
 * Remembers handled webhooks in memory: a limited number of them, for a limited time. It
 * knows nothing of other instances of the application, and forgets when the application
 * ends.
 */
public final class InMemoryWebhookDeliveries implements WebhookDeliveries {

	private final int size;

	private final Duration timeToLive;

	private final Clock clock;

	private final Set<String> claimed = new HashSet<>();

	// in the order in which they were handled, so the first is the oldest
	private final Map<String, Instant> handled = new LinkedHashMap<>();

	/**
	 * Creates an empty memory.
	 * @param size the most webhooks to remember, at least 1; the oldest is forgotten
	 * first
	 * @param timeToLive how long to remember one, from 1 millisecond to 24 days. Longer
	 * than a few minutes is of no use, and makes it more likely that a new webhook with
	 * the content of an old one is taken for it.
	 * @param clock the time it goes by
	 * @throws IllegalArgumentException if a limit is out of its range
	 */
	public InMemoryWebhookDeliveries(int size, Duration timeToLive, Clock clock) {
		this.size = Arguments.range(size, 1, Integer.MAX_VALUE, "number of remembered webhooks");
		this.timeToLive = Arguments.positive(timeToLive, "time to remember webhooks");
		this.clock = Arguments.required(clock, "clock");
	}

	@Override
	public synchronized Claim claim(String fingerprint) {
		forgetOld();
		if (this.handled.containsKey(fingerprint)) {
			return Claim.HANDLED;
		}
		return this.claimed.add(fingerprint) ? Claim.GRANTED : Claim.IN_PROGRESS;
	}

	@Override
	public synchronized void handled(String fingerprint) {
		this.claimed.remove(fingerprint);
		this.handled.remove(fingerprint);
		this.handled.put(fingerprint, this.clock.instant());
		forgetOld();
	}

	@Override
	public synchronized void failed(String fingerprint) {
		this.claimed.remove(fingerprint);
	}

	private void forgetOld() {
		Instant limit = this.clock.instant().minus(this.timeToLive);
		Iterator<Instant> times = this.handled.values().iterator();
		while (times.hasNext() && (!times.next().isAfter(limit) || this.handled.size() > this.size)) {
			times.remove();
		}
	}

}
