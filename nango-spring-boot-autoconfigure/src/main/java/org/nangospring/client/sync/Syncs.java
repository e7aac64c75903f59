package org.nangospring.client.sync;

import java.util.List;
import java.util.function.Consumer;

import org.nangospring.client.http.BlockingExecutor;

/**
 * The syncs of an integration, for all of its connections at once. Those of one
 * connection are {@link ConnectionSyncs}. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class Syncs {

	private final BlockingExecutor executor;

	private final SyncRequests requests;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 * @param integrationId the integration id
	 */
	public Syncs(BlockingExecutor executor, String integrationId) {
		this.executor = executor;
		this.requests = new SyncRequests(integrationId, null);
	}

	/**
	 * Triggers a run of syncs, in addition to their schedule. Nango answers before the
	 * run begins, and also while it cannot begin; {@link #status} tells how it went.
	 * Calls {@code POST /sync/trigger}.
	 * @param syncs the names of the syncs, at least one; {@code name::variant} for a
	 * variant
	 * @throws org.nangospring.client.NangoNotFoundException if a sync or the integration
	 * does not exist
	 */
	public void trigger(String... syncs) {
		this.executor.executeNullable(this.requests.trigger(SyncRequests.names(syncs)));
	}

	/**
	 * Triggers a run of syncs and says from where they begin. Calls
	 * {@code POST /sync/trigger}.
	 * @param trigger says which syncs and from where
	 * @throws org.nangospring.client.NangoNotFoundException if a sync or the integration
	 * does not exist
	 * @throws IllegalArgumentException if what is said does not fit together
	 */
	public void trigger(Consumer<SyncTrigger> trigger) {
		SyncTrigger settings = new SyncTrigger();
		trigger.accept(settings);
		this.executor.executeNullable(this.requests.trigger(settings));
	}

	/**
	 * Triggers a run of all syncs. Calls {@code POST /sync/trigger}.
	 * @throws org.nangospring.client.NangoNotFoundException if there is none
	 */
	public void triggerAll() {
		this.executor.executeNullable(this.requests.trigger(List.of()));
	}

	/**
	 * Starts the schedule of syncs that were paused. Calls {@code POST /sync/start}.
	 * @param syncs the names of the syncs, at least one; {@code name::variant} for a
	 * variant
	 * @throws org.nangospring.client.NangoNotFoundException if a sync or the integration
	 * does not exist
	 */
	public void start(String... syncs) {
		this.executor.executeNullable(this.requests.start(SyncRequests.names(syncs)));
	}

	/**
	 * Starts the schedule of all syncs. Calls {@code POST /sync/start}.
	 * @throws org.nangospring.client.NangoNotFoundException if there is none
	 */
	public void startAll() {
		this.executor.executeNullable(this.requests.start(List.of()));
	}

	/**
	 * Pauses the schedule of syncs. Calls {@code POST /sync/pause}.
	 * @param syncs the names of the syncs, at least one; {@code name::variant} for a
	 * variant
	 * @throws org.nangospring.client.NangoNotFoundException if a sync or the integration
	 * does not exist
	 */
	public void pause(String... syncs) {
		this.executor.executeNullable(this.requests.pause(SyncRequests.names(syncs)));
	}

	/**
	 * Pauses the schedule of all syncs. Calls {@code POST /sync/pause}.
	 * @throws org.nangospring.client.NangoNotFoundException if there is none
	 */
	public void pauseAll() {
		this.executor.executeNullable(this.requests.pause(List.of()));
	}

	/**
	 * Gets the state of syncs. Calls {@code GET /sync/status}.
	 * @param syncs the names of the syncs; {@code name::variant} for a variant; none
	 * means all
	 * @return their states; names that do not exist are left out
	 */
	public List<SyncStatus> status(String... syncs) {
		return this.executor.execute(this.requests.status(syncs));
	}

}
