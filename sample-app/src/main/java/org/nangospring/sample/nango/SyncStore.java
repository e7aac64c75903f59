package org.nangospring.sample.nango;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The syncs of all connections. They are settled before anybody sees them.
 */
final class SyncStore {

	private final List<SyncJob> jobs = new ArrayList<>();

	private final Clock clock;

	private final ScriptCatalogue catalogue;

	private final WebhookOutbox webhooks;

	SyncStore(Clock clock, ScriptCatalogue catalogue, WebhookOutbox webhooks) {
		this.clock = clock;
		this.catalogue = catalogue;
		this.webhooks = webhooks;
	}

	ScriptCatalogue catalogue() {
		return this.catalogue;
	}

	/**
	 * Begins the syncs of a connection that it does not have yet.
	 * @param connection the connection
	 */
	void startMissing(Connection connection) {
		Instant now = this.clock.instant();
		addMissing(connection, (script) -> SyncJob.starting(script, connection, now, this.webhooks));
	}

	/**
	 * Gives a connection syncs that have run once.
	 * @param connection the connection
	 * @param ranAt when they have run
	 */
	void addRun(Connection connection, Instant ranAt) {
		addMissing(connection, (script) -> SyncJob.ranAt(script, connection, ranAt, this.webhooks));
	}

	/**
	 * Gives a connection the syncs that it had in an earlier run.
	 * @param connection the connection
	 * @param ranAt when they have run
	 * @param schedules what {@link #schedules(Connection)} has returned there
	 */
	void restore(Connection connection, Instant ranAt, JsonNode schedules) {
		addMissing(connection, (script) -> {
			SyncJob job = SyncJob.ranAt(script, connection, ranAt, this.webhooks);
			job.schedule().restore(schedules.path(script.name()));
			return job;
		});
	}

	/**
	 * Describes when the syncs of a connection run.
	 * @param connection the connection
	 * @return what was changed of the schedule of each, by the names of their scripts
	 */
	ObjectNode schedules(Connection connection) {
		ObjectNode json = Json.object();
		of(connection).forEach((job) -> json.set(job.script().name(), job.schedule().save()));
		return json;
	}

	private void addMissing(Connection connection, Function<SyncScript, SyncJob> maker) {
		List<SyncScript> known = this.jobs.stream()
			.filter((job) -> job.connection() == connection)
			.map(SyncJob::script)
			.toList();
		this.catalogue.of(connection.integration())
			.stream()
			.filter((script) -> !known.contains(script))
			.map(maker)
			.forEach(this.jobs::add);
	}

	void removeOf(Connection connection) {
		this.jobs.removeIf((job) -> job.connection() == connection);
	}

	List<SyncJob> of(Connection connection) {
		return settled().stream().filter((job) -> job.connection() == connection).toList();
	}

	List<SyncJob> of(Integration integration) {
		return settled().stream().filter((job) -> job.connection().integration() == integration).toList();
	}

	List<SyncJob> settled() {
		Instant now = this.clock.instant();
		this.jobs.forEach((job) -> job.settle(now));
		return this.jobs;
	}

}
