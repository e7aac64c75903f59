package org.nangospring.client.connect;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * What a connect session was made for.
 */
public interface ConnectSessionInfo extends NangoObject {

	/**
	 * The integrations the user may choose from.
	 * @return the integration ids; empty when all may be chosen
	 */
	List<String> allowedIntegrations();

	/**
	 * What is preset for integrations.
	 * @return the presets by integration id, as maps, lists and scalars; empty when there
	 * are none
	 */
	Map<String, @Nullable Object> integrationsConfigDefaults();

	/**
	 * The user, for sessions that were made with one.
	 * @return {@code id}, {@code email}, {@code display_name} and so on; null when there
	 * is none
	 */
	@Nullable Map<String, @Nullable Object> endUser();

	/**
	 * How Nango's Connect UI looks.
	 * @return the settings, as maps, lists and scalars; empty when there are none
	 */
	Map<String, @Nullable Object> connectUiSettings();

}
