package org.nangospring.client.sync;

import org.nangospring.client.NangoObject;

/**
 * What a run of a sync changed in one model.
 */
public interface SyncResult extends NangoObject {

	/**
	 * The records that came into being.
	 * @return the number
	 */
	long added();

	/**
	 * The records that were changed.
	 * @return the number
	 */
	long updated();

	/**
	 * The records that were deleted.
	 * @return the number
	 */
	long deleted();

}
