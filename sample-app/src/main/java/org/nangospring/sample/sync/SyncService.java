package org.nangospring.sample.sync;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.client.sync.ConnectionSyncs;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

/**
 * Watches and steers syncs.
 */
@Service
public class SyncService {

	private final NangoClient nango;

	private final ApplicationEventPublisher events;

	SyncService(NangoClient nango, ApplicationEventPublisher events) {
		this.nango = nango;
		this.events = events;
	}

	/**
	 * Tells how the syncs of a connection are doing.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return all syncs of the connection
	 */
	public List<SyncView> status(String integrationId, String connectionId) {
		return this.nango.connection(integrationId, connectionId).syncs().status().stream().map(SyncView::of).toList();
	}

	/**
	 * Carries out a command.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param sync the name of the sync
	 * @param command the command
	 */
	public void run(String integrationId, String connectionId, String sync, SyncCommand command) {
		command.run(this.nango.connection(integrationId, connectionId).syncs(), sync);
		this.events.publishEvent(new SyncChanged(integrationId, connectionId));
	}

	/**
	 * Sets how often a sync of a connection runs.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param sync the name of the sync
	 * @param frequency how often, for example {@code every 6 hours}, or null for what its
	 * script says
	 * @return the frequency as Nango has understood it
	 */
	public String setFrequency(String integrationId, String connectionId, String sync, @Nullable String frequency) {
		ConnectionSyncs syncs = this.nango.connection(integrationId, connectionId).syncs();
		String understood = StringUtils.hasText(frequency) ? syncs.updateFrequency(sync, frequency.strip())
				: syncs.resetFrequency(sync);
		this.events.publishEvent(new SyncChanged(integrationId, connectionId));
		return understood;
	}

}
