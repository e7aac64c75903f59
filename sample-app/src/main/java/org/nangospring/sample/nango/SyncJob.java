package org.nangospring.sample.nango;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One sync of one connection. No thread runs it: whoever looks at it settles first what
 * must have happened until then.
 */
final class SyncJob {

	static final Duration RUN_TIME = Duration.ofSeconds(2);

	private final SyncScript script;

	private final Connection connection;

	private final WebhookOutbox webhooks;

	private final RecordSet records = new RecordSet();

	private Frequency frequency;

	/**
	 * The last point of the schedule that is behind us.
	 */
	private Instant anchor;

	private boolean paused;

	private boolean clearing;

	private int runs;

	private @Nullable Instant runningSince;

	private Instant finishedAt;

	private ObjectNode latestResult = Json.object();

	SyncJob(SyncScript script, Connection connection, Instant firstRunAt, WebhookOutbox webhooks) {
		this.webhooks = webhooks;
		this.script = script;
		this.connection = connection;
		this.frequency = defaultFrequency();
		this.anchor = firstRunAt;
		this.finishedAt = firstRunAt;
		this.clearing = true;
		finish(firstRunAt);
	}

	SyncScript script() {
		return this.script;
	}

	Connection connection() {
		return this.connection;
	}

	RecordSet records() {
		return this.records;
	}

	/**
	 * Whether this is the sync that a caller names.
	 * @param reference a name, or a name and a variant
	 * @return whether it is
	 */
	boolean is(String reference) {
		return reference.equals(this.script.name()) || reference.equals(this.script.name() + "::base");
	}

	void settle(Instant now) {
		finishWhatIsDone(now);
		if (this.paused || this.runningSince != null) {
			return;
		}
		long due = Duration.between(this.anchor, now).dividedBy(this.frequency.interval());
		if (due > 0) {
			// one run makes up for all that nobody was there to see
			this.anchor = this.anchor.plus(this.frequency.interval().multipliedBy(due));
			this.runningSince = this.anchor;
			finishWhatIsDone(now);
		}
	}

	/**
	 * Begins a run, unless one is under way. A pause only stops the schedule: a paused
	 * sync runs all the same, and is paused afterwards.
	 * @param now the time
	 * @param clear whether to forget all records and fetch them anew
	 */
	void trigger(Instant now, boolean clear) {
		if (this.runningSince == null) {
			this.runningSince = now;
			this.clearing = clear;
		}
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

	Frequency frequency(@Nullable Frequency newFrequency) {
		this.frequency = (newFrequency != null) ? newFrequency : defaultFrequency();
		return this.frequency;
	}

	ObjectNode toJson() {
		boolean running = this.runningSince != null;
		ObjectNode json = Json.object();
		json.put("id", id());
		json.put("connection_id", this.connection.connectionId());
		json.put("type", "INITIAL");
		if (!running) {
			json.put("finishedAt", Timestamps.millisZ(this.finishedAt));
		}
		json.put("nextScheduledSyncAt",
				this.paused ? null : Timestamps.millisZ(this.anchor.plus(this.frequency.interval())));
		json.put("name", this.script.name());
		json.put("variant", "base");
		json.put("status", running ? "RUNNING" : this.paused ? "PAUSED" : "SUCCESS");
		json.put("frequency", this.frequency.text());
		ObjectNode result = json.putObject("latestResult");
		if (!running) {
			result.set(this.script.model(), this.latestResult);
		}
		json.put("latestExecutionStatus", running ? "RUNNING" : "SUCCESS");
		json.putObject("recordCount").put(this.script.model(), this.records.live().size());
		json.putNull("checkpoint");
		return json;
	}

	private void finishWhatIsDone(Instant now) {
		if (this.runningSince != null) {
			Instant end = this.runningSince.plus(RUN_TIME);
			if (!end.isAfter(now)) {
				finish(end);
			}
		}
	}

	private void finish(Instant at) {
		RecordBatch batch = new RecordBatch(this.records, at);
		Instant begun = (this.runningSince != null) ? this.runningSince : at;
		boolean initial = this.clearing;
		if (this.clearing) {
			this.records.clear();
			this.script.seed(this.connection, batch);
		}
		else {
			this.runs++;
			this.script.run(this.connection, this.runs, batch);
		}
		this.clearing = false;
		this.runningSince = null;
		this.finishedAt = at;
		this.latestResult = batch.result();
		this.webhooks.send(WebhookBodies.syncEnded(this, begun, this.latestResult, initial));
	}

	private Frequency defaultFrequency() {
		Frequency parsed = Frequency.parse(this.script.frequency());
		if (parsed == null) {
			throw new IllegalStateException("Sync " + this.script.name() + " has a frequency that can't be read");
		}
		return parsed;
	}

	private String id() {
		String name = this.connection.connectionId() + "/" + this.script.name();
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
