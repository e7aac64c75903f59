package org.nangospring.client.sync;

import org.nangospring.client.NangoObject;

/**
 * A variant of a sync: the same script with records and schedule of its own.
 */
public interface SyncVariant extends NangoObject {

	/**
	 * The id of the variant.
	 * @return a UUID
	 */
	String id();

	/**
	 * The name of the sync.
	 * @return the name
	 */
	String name();

	/**
	 * The name of the variant.
	 * @return the name
	 */
	String variant();

}
