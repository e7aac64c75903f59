package org.nangospring.client.function;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * The functions that are deployed for one integration.
 */
public interface IntegrationFunctions extends NangoObject {

	/**
	 * The integration. Nango's older texts call it {@code providerConfigKey}.
	 * @return the integration id
	 */
	String integrationId();

	/**
	 * The provider.
	 * @return Nango's name for it, or null when the server does not tell
	 */
	@Nullable String provider();

	/**
	 * The syncs.
	 * @return the syncs; empty when there are none
	 */
	List<FunctionConfig> syncs();

	/**
	 * The actions.
	 * @return the actions; empty when there are none
	 */
	List<FunctionConfig> actions();

	/**
	 * The functions that run on events.
	 * @return what Nango tells of them, as maps or texts; empty when there are none
	 */
	List<Object> onEvents();

}
