package org.nangospring.client.sync;

import java.util.List;
import java.util.function.Consumer;

import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

/**
 * The syncs of one connection. Those of all connections of an integration are
 * {@link ReactiveSyncs}. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class ReactiveConnectionSyncs {

	private final ReactiveExecutor executor;

	private final SyncRequests requests;

	/**
	 * Made by {@link org.nangospring.client.connection.ReactiveNangoConnection}.
	 * @param executor runs the calls
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 */
	public ReactiveConnectionSyncs(ReactiveExecutor executor, String integrationId, String connectionId) {
		this.executor = executor;
		this.requests = new SyncRequests(integrationId, connectionId);
	}

	/**
	 * Triggers a run of syncs, in addition to their schedule. Nango answers before the
	 * run begins, and also while it cannot begin; {@link #status} tells how it went.
	 * Calls {@code POST /sync/trigger}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if a sync or the connection
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
	 * {@link org.nangospring.client.NangoNotFoundException} if a sync or the connection
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
	 * connection does not exist.
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
	 * {@link org.nangospring.client.NangoNotFoundException} if a sync or the connection
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

	/**
	 * Sets how often a sync runs for this connection. Calls
	 * {@code PUT /sync/update-connection-frequency}. Fails with
	 * {@link org.nangospring.client.NangoInvalidRequestException} if Nango does not
	 * understand the frequency or finds it too high.
	 * @param sync the name of the sync
	 * @param frequency the frequency, for example {@code every 6 hours}
	 * @return the frequency as Nango writes it, for example {@code 6 hours}
	 */
	public Mono<String> updateFrequency(String sync, String frequency) {
		return this.executor.execute(this.requests.frequency(sync, Arguments.text(frequency, "frequency")));
	}

	/**
	 * Brings back the frequency that the sync was deployed with. Calls
	 * {@code PUT /sync/update-connection-frequency}.
	 * @param sync the name of the sync
	 * @return that frequency
	 */
	public Mono<String> resetFrequency(String sync) {
		return this.executor.execute(this.requests.frequency(sync, null));
	}

	/**
	 * Creates a variant of a sync for this connection. Calls {@code POST
	 * /sync/{name}/variant/{variant}}. Fails with
	 * {@link org.nangospring.client.NangoInvalidRequestException} if there is such a
	 * variant already.
	 * @param sync the name of the sync
	 * @param variant the name of the variant, anything but {@code base}
	 * @return the variant, which is paused
	 */
	public Mono<SyncVariant> createVariant(String sync, String variant) {
		return this.executor.execute(this.requests.createVariant(sync, variant));
	}

	/**
	 * Deletes a variant of a sync for this connection, with its records. Calls
	 * {@code DELETE /sync/{name}/variant/{variant}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such variant.
	 * @param sync the name of the sync
	 * @param variant the name of the variant, anything but {@code base}
	 * @return completes when it is done
	 */
	public Mono<Void> deleteVariant(String sync, String variant) {
		return this.executor.execute(this.requests.deleteVariant(sync, variant));
	}

}
