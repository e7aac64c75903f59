package org.nangospring.sample.page;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.connection.ConnectionDetail;
import org.nangospring.sample.connection.ConnectionView;
import org.nangospring.sample.function.DeployedFunctions;
import org.nangospring.sample.sync.SyncView;

/**
 * The chosen connection.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id
 * @param summary what the list tells of it, or null when it is not in the list
 * @param detail its details
 * @param functions what is deployed to its integration
 * @param actions the actions of its integration
 * @param syncs its syncs
 * @param model the model of the records, or null when there is none
 * @param records its records, or null when there is no model
 */
record ChosenConnection(String integrationId, String connectionId, @Nullable ConnectionView summary,
		Part<ConnectionDetail> detail, Part<DeployedFunctions> functions, List<ActionChoice> actions,
		Part<List<SyncView>> syncs, @Nullable String model, @Nullable Part<RecordTable> records) {

	/**
	 * Whether there is such a connection. If not, one message says so.
	 * @return whether there is
	 */
	public boolean known() {
		return this.summary != null || this.detail.value() != null;
	}

	/**
	 * Whether a sync runs at the moment.
	 * @return whether one does
	 */
	public boolean syncing() {
		List<SyncView> all = this.syncs.value();
		return all != null && all.stream().anyMatch(SyncView::running);
	}

}
