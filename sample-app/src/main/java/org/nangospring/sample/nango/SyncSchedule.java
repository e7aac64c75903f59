package org.nangospring.sample.nango;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * When a sync runs by itself.
 */
final class SyncSchedule {

	private static final String PAUSED = "paused";

	private static final String FREQUENCY = "frequency";

	private final Frequency usual;

	private Frequency frequency;

	/**
	 * The last point of the schedule that is behind us.
	 */
	private Instant anchor;

	private boolean paused;

	/**
	 * A schedule that goes by the frequency of a script.
	 * @param frequency the frequency
	 * @param anchor when its first interval begins
	 */
	SyncSchedule(String frequency, Instant anchor) {
		Frequency parsed = Frequency.parse(frequency);
		if (parsed == null) {
			throw new IllegalStateException("\"" + frequency + "\" is not a frequency");
		}
		this.usual = parsed;
		this.frequency = parsed;
		this.anchor = anchor;
	}

	/**
	 * Takes the latest point that has been reached off the schedule.
	 * @param now the time
	 * @return that point, or null if there is none. One makes up for all that nobody was
	 * there to see
	 */
	@Nullable Instant takeDue(Instant now) {
		long due = this.paused ? 0 : Duration.between(this.anchor, now).dividedBy(this.frequency.interval());
		if (due <= 0) {
			return null;
		}
		this.anchor = this.anchor.plus(this.frequency.interval().multipliedBy(due));
		return this.anchor;
	}

	@Nullable Instant next() {
		return this.paused ? null : this.anchor.plus(this.frequency.interval());
	}

	boolean isPaused() {
		return this.paused;
	}

	void pause() {
		this.paused = true;
	}

	void start(Instant now) {
		if (this.paused) {
			this.paused = false;
			this.anchor = now;
		}
	}

	Frequency frequency() {
		return this.frequency;
	}

	/**
	 * Changes the frequency.
	 * @param newFrequency the frequency, or null for that of the script
	 */
	void frequency(@Nullable Frequency newFrequency) {
		this.frequency = (newFrequency != null) ? newFrequency : this.usual;
	}

	/**
	 * Describes what was changed.
	 * @return what {@link #restore(JsonNode)} takes, empty if nothing was
	 */
	ObjectNode save() {
		return Json.object((it) -> {
			if (this.paused) {
				it.put(PAUSED, true);
			}
			if (this.frequency != this.usual) {
				it.put(FREQUENCY, this.frequency.text());
			}
		});
	}

	/**
	 * Changes what was changed when it was described.
	 * @param saved what {@link #save()} has returned in an earlier run
	 */
	void restore(JsonNode saved) {
		this.paused = saved.path(PAUSED).asBoolean(false);
		frequency(Frequency.parse(saved.path(FREQUENCY).asString("")));
	}

}
