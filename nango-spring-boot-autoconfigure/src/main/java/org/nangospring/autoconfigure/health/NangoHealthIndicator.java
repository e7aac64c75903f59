package org.nangospring.autoconfigure.health;

import java.time.Duration;

import org.nangospring.client.NangoClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;

/**
 * The health of Nango as one client sees it. The result is kept for a while, and those
 * who ask at the same time share one check, because checks count for the rate limit.
 */
public final class NangoHealthIndicator implements ReactiveHealthIndicator {

	private final Mono<Health> health;

	/**
	 * Creates the indicator.
	 * @param client the client
	 * @param timeToLive how long a result is used again; zero means not at all
	 */
	public NangoHealthIndicator(NangoClient client, Duration timeToLive) {
		this(client, timeToLive, Schedulers.parallel());
	}

	/**
	 * Creates the indicator.
	 * @param client the client
	 * @param timeToLive how long a result is used again; zero means not at all
	 * @param clock tells the time and ends what takes too long
	 */
	NangoHealthIndicator(NangoClient client, Duration timeToLive, Scheduler clock) {
		NangoHealthCheck check = new NangoHealthCheck(client, clock);
		this.health = check.run().cache(timeToLive, clock);
	}

	@Override
	public Mono<Health> health() {
		return this.health;
	}

}
