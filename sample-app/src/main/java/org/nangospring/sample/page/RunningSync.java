package org.nangospring.sample.page;

import org.nangospring.sample.account.ConnectedAccount;
import org.nangospring.sample.sync.SyncView;

/**
 * A sync of an account that runs at the moment.
 *
 * @param account the account
 * @param sync the sync
 */
record RunningSync(ConnectedAccount account, SyncView sync) {

	/**
	 * How many records there are by now.
	 * @return the number, of all models
	 */
	public long records() {
		return this.sync.recordCount().values().stream().mapToLong(Long::longValue).sum();
	}

}
