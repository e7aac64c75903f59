package org.nangospring.webhook;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * The part of its way that a run of a sync went.
 */
public interface SyncCheckpoints extends NangoObject {

	/**
	 * From where the run went on.
	 * @return what the script had saved, as maps, lists and scalars, or null when the run
	 * began from nothing
	 */
	@Nullable Object from();

	/**
	 * To where the run came.
	 * @return what the script saved, as maps, lists and scalars, or null when it saved
	 * nothing
	 */
	@Nullable Object to();

}
