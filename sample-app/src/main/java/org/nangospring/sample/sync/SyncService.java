package org.nangospring.sample.sync;

import java.util.List;

import org.nangospring.client.NangoClient;

import org.springframework.stereotype.Service;

/**
 * Watches and steers syncs.
 */
@Service
public class SyncService {

	private final NangoClient nango;

	SyncService(NangoClient nango) {
		this.nango = nango;
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
	}

}
