package org.nangospring.sample.nango;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
	 * Gives a connection the syncs of its integration that it does not have.
	 * @param connection the connection
	 * @param firstRunAt when they have run first
	 */
	void addMissing(Connection connection, Instant firstRunAt) {
		List<SyncScript> known = this.jobs.stream()
			.filter((job) -> job.connection() == connection)
			.map(SyncJob::script)
			.toList();
		this.catalogue.of(connection.integration())
			.stream()
			.filter((script) -> !known.contains(script))
			.forEach((script) -> this.jobs.add(new SyncJob(script, connection, firstRunAt, this.webhooks)));
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
