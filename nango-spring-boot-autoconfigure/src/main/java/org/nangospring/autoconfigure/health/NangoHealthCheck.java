package org.nangospring.autoconfigure.health;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.nangospring.client.NangoClient;
import org.nangospring.client.http.EngineClient;
import org.nangospring.client.server.ReactiveNangoServer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.boot.health.contributor.Health;

/**
 * Checks, each time somebody subscribes, whether Nango answers and then whether it
 * accepts the key.
 */
final class NangoHealthCheck {

	/** For both steps together: those who ask for health give up not much later. */
	static final Duration LIMIT = Duration.ofSeconds(5);

	private final NangoClient client;

	private final Scheduler clock;

	NangoHealthCheck(NangoClient client, Scheduler clock) {
		this.client = client;
		this.clock = clock;
	}

	Mono<Health> run() {
		return Mono.defer(() -> {
			// what is looked for are the client's own exceptions
			ReactiveNangoServer server = EngineClient.withoutErrorMappers(this.client).reactive().server();
			return step(server.ping(), LIMIT).flatMap((ping) -> {
				Duration left = LIMIT.minusMillis(ping.millis());
				return ping.leadsOn() ? step(server.verifyKey(), left).map((key) -> health().afterBoth(ping, key))
						: Mono.just(health().afterPing(ping));
			});
		})
			.onErrorResume(Exception.class,
					(ex) -> Mono.just(Health.down().withDetail("error", ex.getClass().getName()).build()));
	}

	private Mono<CheckStep> step(Mono<Void> call, Duration limit) {
		return Mono.defer(() -> {
			long start = this.clock.now(TimeUnit.MILLISECONDS);
			return call.timeout(limit, Mono.error(CheckTimeoutException::new), this.clock)
				.then(Mono.fromSupplier(() -> new CheckStep(since(start), null)))
				.onErrorResume(Exception.class, (ex) -> Mono.just(new CheckStep(since(start), ex)));
		});
	}

	private long since(long start) {
		// it is the time of day, and that can be set back
		return Math.max(0, this.clock.now(TimeUnit.MILLISECONDS) - start);
	}

	private NangoHealthReport health() {
		return new NangoHealthReport(this.client, Instant.ofEpochMilli(this.clock.now(TimeUnit.MILLISECONDS)));
	}

}
