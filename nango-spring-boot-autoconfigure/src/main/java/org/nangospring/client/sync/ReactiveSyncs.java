package org.nangospring.client.sync;

import java.util.List;
import java.util.function.Consumer;

import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

/**
 * The syncs of an integration, for all of its connections at once. Those of one
 * connection are {@link ReactiveConnectionSyncs}. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class ReactiveSyncs {

	private final ReactiveExecutor executor;

	private final SyncRequests requests;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 * @param integrationId the integration id
	 */
	public ReactiveSyncs(ReactiveExecutor executor, String integrationId) {
		this.executor = executor;
		this.requests = new SyncRequests(integrationId, null);
	}

	/**
	 * Triggers a run of syncs, in addition to their schedule. Nango answers before the
	 * run begins, and also while it cannot begin; {@link #status} tells how it went.
	 * Calls {@code POST /sync/trigger}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if a sync or the integration
	 * does not exist.
	 * @param syncs the names of the syncs, at least one; {@code name::variant} for a
	 * variant
	 * @return completes when it is done
	 */
	public Mono<Void> trigger(String... syncs) {
		return this.executor.execute(this.requests.trigger(SyncRequests.names(syncs)));
	}

	/**
	 * Triggers a run of syncs and says from where they begin. Calls
	 * {@code POST /sync/trigger}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if a sync or the integration
	 * does not exist.
	 * @param trigger says which syncs and from where
	 * @throws IllegalArgumentException if what is said does not fit together
	 * @return completes when it is done
	 */
	public Mono<Void> trigger(Consumer<SyncTrigger> trigger) {
		SyncTrigger settings = new SyncTrigger();
		trigger.accept(settings);
		return this.executor.execute(this.requests.trigger(settings));
	}

	/**
	 * Triggers a run of all syncs. Calls {@code POST /sync/trigger}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is none.
	 * @return completes when it is done
	 */
	public Mono<Void> triggerAll() {
		return this.executor.execute(this.requests.trigger(List.of()));
	}

	/**
	 * Starts the schedule of syncs that were paused. Calls {@code POST /sync/start}.
	 * Fails with {@link org.nangospring.client.NangoNotFoundException} if a sync or the
	 * integration does not exist.
	 * @param syncs the names of the syncs, at least one; {@code name::variant} for a
	 * variant
	 * @return completes when it is done
	 */
	public Mono<Void> start(String... syncs) {
		return this.executor.execute(this.requests.start(SyncRequests.names(syncs)));
	}

	/**
	 * Starts the schedule of all syncs. Calls {@code POST /sync/start}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is none.
	 * @return completes when it is done
	 */
	public Mono<Void> startAll() {
		return this.executor.execute(this.requests.start(List.of()));
	}

	/**
	 * Pauses the schedule of syncs. Calls {@code POST /sync/pause}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if a sync or the integration
	 * does not exist.
	 * @param syncs the names of the syncs, at least one; {@code name::variant} for a
	 * variant
	 * @return completes when it is done
	 */
	public Mono<Void> pause(String... syncs) {
		return this.executor.execute(this.requests.pause(SyncRequests.names(syncs)));
	}

	/**
	 * Pauses the schedule of all syncs. Calls {@code POST /sync/pause}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is none.
	 * @return completes when it is done
	 */
	public Mono<Void> pauseAll() {
		return this.executor.execute(this.requests.pause(List.of()));
	}

	/**
	 * Gets the state of syncs. Calls {@code GET /sync/status}.
	 * @param syncs the names of the syncs; {@code name::variant} for a variant; none
	 * means all
	 * @return their states; names that do not exist are left out
	 */
	public Mono<List<SyncStatus>> status(String... syncs) {
		return this.executor.execute(this.requests.status(syncs));
	}

}
