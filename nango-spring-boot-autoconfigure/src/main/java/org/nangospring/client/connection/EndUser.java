package org.nangospring.client.connection;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * Who made a connection. Nango has replaced it with tags; connections that have one still
 * show it.
 */
public interface EndUser extends NangoObject {

	/**
	 * The id of the user in the application.
	 * @return the id
	 */
	String id();

	/**
	 * The e-mail address.
	 * @return the address, or null when none was given
	 */
	@Nullable String email();

	/**
	 * The name to show to people.
	 * @return the name, or null when none was given
	 */
	@Nullable String displayName();

	/**
	 * The tags of the user.
	 * @return the tags; empty when there are none
	 */
	Map<String, @Nullable Object> tags();

	/**
	 * The organization the user belongs to.
	 * @return the organization, or null when none was given
	 */
	@Nullable Organization organization();

	/**
	 * An organization.
	 */
	interface Organization extends NangoObject {

		/**
		 * The id of the organization in the application.
		 * @return the id
		 */
		String id();

		/**
		 * The name to show to people.
		 * @return the name, or null when none was given
		 */
		@Nullable String displayName();

	}

}
