package org.nangospring.sample.nango;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One sync of one connection. No thread runs it: whoever looks at it settles first what
 * must have happened until then.
 */
final class SyncJob {

	private final SyncScript script;

	private final Connection connection;

	private final WebhookOutbox webhooks;

	private final RecordSet records = new RecordSet();

	private final SyncSchedule schedule;

	private int runs;

	private boolean complete;

	/**
	 * Whether the records of the first run are still to be made up.
	 */
	private boolean unseeded;

	private @Nullable SyncRun running;

	private @Nullable SyncRun last;

	private Instant finishedAt;

	private SyncJob(SyncScript script, Connection connection, Instant anchor, WebhookOutbox webhooks) {
		this.webhooks = webhooks;
		this.script = script;
		this.connection = connection;
		this.schedule = new SyncSchedule(script.frequency(), anchor);
		this.finishedAt = anchor;
	}

	/**
	 * A sync that has run once.
	 * @param script the script
	 * @param connection whose records it keeps
	 * @param ranAt when it has run
	 * @param webhooks where its next runs are told
	 * @return the sync
	 */
	static SyncJob ranAt(SyncScript script, Connection connection, Instant ranAt, WebhookOutbox webhooks) {
		SyncJob job = new SyncJob(script, connection, ranAt, webhooks);
		job.unseeded = true;
		if (!script.hasMany()) {
			job.seed();
		}
		return job;
	}

	/**
	 * A sync that begins to run for the first time.
	 * @param script the script
	 * @param connection whose records it keeps
	 * @param now the time
	 * @param webhooks where its runs are told
	 * @return the sync
	 */
	static SyncJob starting(SyncScript script, Connection connection, Instant now, WebhookOutbox webhooks) {
		SyncJob job = new SyncJob(script, connection, now, webhooks);
		job.begin(now, true);
		return job;
	}

	SyncScript script() {
		return this.script;
	}

	Connection connection() {
		return this.connection;
	}

	RecordSet records() {
		seed();
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
		goOn(now);
		Instant due = (this.running == null) ? this.schedule.takeDue(now) : null;
		if (due != null) {
			begin(due, false);
			goOn(now);
		}
	}

	/**
	 * Begins a run, unless one is under way. A pause only stops the schedule: a paused
	 * sync runs all the same, and is paused afterwards.
	 * @param now the time
	 * @param clear whether to forget all records and fetch them anew
	 */
	void trigger(Instant now, boolean clear) {
		if (this.running == null) {
			begin(now, clear);
		}
	}

	SyncSchedule schedule() {
		return this.schedule;
	}

	ObjectNode toJson() {
		seed();
		SyncRun lastRun = (this.running == null) ? this.last : null;
		boolean failed = lastRun != null && lastRun.failure() != null;
		Instant next = this.schedule.next();
		ObjectNode json = Json.object();
		json.put("id", id());
		json.put("connection_id", this.connection.connectionId());
		json.put("type", "INITIAL");
		if (this.running == null) {
			json.put("finishedAt", Timestamps.millisZ(this.finishedAt));
		}
		json.put("nextScheduledSyncAt", (next != null) ? Timestamps.millisZ(next) : null);
		json.put("name", this.script.name());
		json.put("variant", "base");
		json.put("status", status(failed));
		json.put("frequency", this.schedule.frequency().text());
		ObjectNode result = json.putObject("latestResult");
		if (lastRun != null && !failed) {
			result.set(this.script.model(), lastRun.result());
		}
		json.put("latestExecutionStatus", (this.running != null) ? "RUNNING" : failed ? "STOPPED" : "SUCCESS");
		json.putObject("recordCount").put(this.script.model(), this.records.liveCount());
		json.putNull("checkpoint");
		return json;
	}

	private String status(boolean failed) {
		if (this.running != null) {
			return "RUNNING";
		}
		return this.schedule.isPaused() ? "PAUSED" : failed ? "ERROR" : "SUCCESS";
	}

	private void begin(Instant at, boolean clear) {
		seed();
		boolean initial = clear || !this.complete;
		if (!initial) {
			this.connection.credentials().syncAgain(at);
		}
		this.running = switch (this.connection.use(at, false)) {
			case VALID, REFRESHED -> plan(at, initial);
			case FAILED -> {
				this.webhooks.send(WebhookBodies.refreshFailed(this.connection));
				yield SyncRun.failing(at, initial, Credentials.REFRESH_FAILED);
			}
			case BACKING_OFF -> SyncRun.failing(at, initial, Credentials.BACKING_OFF);
		};
	}

	private SyncRun plan(Instant at, boolean initial) {
		if (initial) {
			this.records.clear();
		}
		RecordBatch batch = new RecordBatch(this.records, at);
		if (initial) {
			this.script.seed(this.connection, batch);
		}
		else {
			this.runs++;
			this.script.run(this.connection, this.runs, batch);
		}
		return SyncRun.of(batch, initial);
	}

	private void goOn(Instant now) {
		SyncRun run = this.running;
		if (run == null) {
			return;
		}
		run.saveUntil(this.records, now);
		if (!run.endsAt().isAfter(now)) {
			this.running = null;
			this.last = run;
			this.finishedAt = run.endsAt();
			this.complete |= run.failure() == null;
			this.connection.synced(this.script.name(), run.failure() == null);
			this.webhooks.send(WebhookBodies.syncEnded(this, run));
		}
	}

	private void seed() {
		if (this.unseeded) {
			this.unseeded = false;
			this.complete = true;
			SyncRun run = plan(this.finishedAt, true);
			run.saveAll(this.records, this.finishedAt);
			this.last = run;
		}
	}

	private String id() {
		String name = this.connection.connectionId() + "/" + this.script.name();
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
