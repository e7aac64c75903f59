package org.nangospring.client.connection;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * Something that is wrong with a connection at the moment.
 */
public interface ConnectionError extends NangoObject {

	/**
	 * What is wrong.
	 * @return {@code auth} when the credentials no longer work, {@code sync} when a sync
	 * failed
	 */
	String type();

	/**
	 * Where Nango's logs tell more.
	 * @return the id of the log, or null when there is none
	 */
	@Nullable String logId();

}
