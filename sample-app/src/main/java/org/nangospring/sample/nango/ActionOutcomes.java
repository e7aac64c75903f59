package org.nangospring.sample.nango;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What came of actions that nobody has waited for. They take a moment, and a webhook
 * tells when their outcome can be fetched.
 */
final class ActionOutcomes {

	private static final Duration TIME = Duration.ofSeconds(1);

	private final Map<String, Outcome> outcomes = new HashMap<>();

	private final List<Outcome> untold = new ArrayList<>();

	private final Clock clock;

	private final WebhookOutbox webhooks;

	ActionOutcomes(Clock clock, WebhookOutbox webhooks) {
		this.clock = clock;
		this.webhooks = webhooks;
	}

	/**
	 * Keeps an outcome until it is fetched.
	 * @param id the id of the run
	 * @param connection the connection that it was for
	 * @param answer the outcome, or null for one that is never found
	 */
	void add(String id, Connection connection, @Nullable Answer answer) {
		Outcome outcome = new Outcome(id, connection, this.clock.instant().plus(TIME), answer);
		this.outcomes.put(id, outcome);
		this.untold.add(outcome);
	}

	/**
	 * Finds an outcome.
	 * @param id the id of the run
	 * @return the outcome, or null if there is none, or not yet
	 */
	@Nullable Answer find(String id) {
		Outcome outcome = this.outcomes.get(id);
		return (outcome != null && outcome.isReady(this.clock.instant())) ? outcome.answer() : null;
	}

	/**
	 * Tells of the runs that have ended since the last time.
	 */
	void settle() {
		Instant now = this.clock.instant();
		List<Outcome> ended = this.untold.stream().filter((outcome) -> outcome.isReady(now)).toList();
		this.untold.removeAll(ended);
		ended.forEach((outcome) -> this.webhooks
			.send(WebhookBodies.actionEnded(outcome.connection(), outcome.id(), statusUrl(outcome.id()))));
	}

	static String statusUrl(String id) {
		return "/action/" + id;
	}

	private record Outcome(String id, Connection connection, Instant readyAt, @Nullable Answer answer) {

		boolean isReady(Instant now) {
			return !now.isBefore(this.readyAt);
		}

	}

}
