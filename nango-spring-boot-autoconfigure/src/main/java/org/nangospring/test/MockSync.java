package org.nangospring.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sync of a connection. It does nothing by itself: records change when the test changes
 * them, which {@link #onTrigger} can do when the application triggers the sync.
 */
public final class MockSync {

	private static final String BASE = "base";

	private static final String SUCCESS = "SUCCESS";

	private static final String PAUSED = "PAUSED";

	private final String id = UUID.randomUUID().toString();

	private final String name;

	private final String variant;

	private final MockConnection connection;

	private final Set<String> models = new LinkedHashSet<>();

	private final Instant finishedAt;

	private String status = SUCCESS;

	private String lastRun = SUCCESS;

	private String frequency = "every day";

	private JsonNode checkpoint = NullNode.getInstance();

	private Runnable onTrigger = () -> {
	};

	MockSync(String name, MockConnection connection) {
		int separator = name.indexOf("::");
		this.name = (separator < 0) ? name : name.substring(0, separator);
		this.variant = (separator < 0) ? BASE : name.substring(separator + 2);
		this.connection = connection;
		this.finishedAt = connection.clock().now();
	}

	/**
	 * Says which records the sync makes, so that its status counts them and webhooks name
	 * it.
	 * @param names the models
	 * @return the same sync
	 */
	public synchronized MockSync models(String... names) {
		this.models.addAll(Arrays.asList(names));
		return this;
	}

	/**
	 * Says how often it runs.
	 * @param newFrequency for example {@code every hour}
	 * @return the same sync
	 */
	public synchronized MockSync frequency(String newFrequency) {
		this.frequency = Arguments.text(newFrequency, "frequency");
		return this;
	}

	/**
	 * Sets what the script of the sync has saved.
	 * @param newCheckpoint the checkpoint, written as JSON, or null for none
	 * @return the same sync
	 */
	public synchronized MockSync checkpoint(@Nullable Object newCheckpoint) {
		this.checkpoint = MockJson.of(newCheckpoint);
		return this;
	}

	/**
	 * Lets it be running.
	 * @return the same sync
	 */
	public synchronized MockSync running() {
		return status("RUNNING", "RUNNING");
	}

	/**
	 * Lets the last run have ended with success, as without this.
	 * @return the same sync
	 */
	public synchronized MockSync succeeded() {
		return status(SUCCESS, SUCCESS);
	}

	/**
	 * Lets the last run have failed.
	 * @return the same sync
	 */
	public synchronized MockSync failed() {
		return status("ERROR", "STOPPED");
	}

	/**
	 * Lets it be paused after a run with success.
	 * @return the same sync
	 */
	public synchronized MockSync paused() {
		return status(PAUSED, SUCCESS);
	}

	/**
	 * Says what happens when the application triggers the sync, before it is answered.
	 * @param what for example adds records, and has a webhook sent
	 * @return the same sync
	 */
	public synchronized MockSync onTrigger(Runnable what) {
		this.onTrigger = Arguments.required(what, "what to do");
		return this;
	}

	/**
	 * Whether the sync is paused; the application may have done that.
	 * @return whether it is
	 */
	public synchronized boolean isPaused() {
		return this.status.equals(PAUSED);
	}

	String name() {
		return this.name;
	}

	String variant() {
		return this.variant;
	}

	synchronized Runnable onTrigger() {
		return this.onTrigger;
	}

	synchronized void resume() {
		if (isPaused()) {
			this.status = this.lastRun.equals(SUCCESS) ? SUCCESS : "ERROR";
		}
	}

	synchronized void pause() {
		this.status = PAUSED;
	}

	/**
	 * Changes the frequency as the application asks for it.
	 * @param wanted the frequency, or null for the default
	 * @return what Nango makes of it
	 */
	synchronized String changeFrequency(@Nullable String wanted) {
		this.frequency = (wanted != null) ? wanted.replaceFirst("^every (?=\\d)", "") : "every day";
		return this.frequency;
	}

	boolean isCalled(String wanted) {
		return wanted.equals(BASE.equals(this.variant) ? this.name : this.name + "::" + this.variant);
	}

	synchronized boolean makes(String model) {
		return this.models.contains(model);
	}

	synchronized ObjectNode toJson() {
		ObjectNode json = MockJson.object().put("id", this.id);
		json.put("connection_id", this.connection.connectionId()).put("type", "INCREMENTAL");
		boolean running = this.status.equals("RUNNING");
		if (!running) {
			json.put("finishedAt", MockClock.millisZ(this.finishedAt));
		}
		json.put("nextScheduledSyncAt",
				(running || isPaused()) ? null : MockClock.millisZ(this.finishedAt.plus(Duration.ofDays(1))));
		json.put("name", this.name)
			.put("variant", this.variant)
			.put("status", this.status)
			.put("frequency", this.frequency)
			.put("latestExecutionStatus", this.lastRun);
		json.putObject("latestResult");
		ObjectNode counts = json.putObject("recordCount");
		for (String model : this.models) {
			counts.put(model, this.connection.models().named(model, this.variant).count());
		}
		json.set("checkpoint", this.checkpoint);
		return json;
	}

	private MockSync status(String newStatus, String newLastRun) {
		this.status = newStatus;
		this.lastRun = newLastRun;
		return this;
	}

}
