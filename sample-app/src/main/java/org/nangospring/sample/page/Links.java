package org.nangospring.sample.page;

import org.springframework.stereotype.Component;

/**
 * Where things are shown, for templates.
 */
@Component
class Links {

	/**
	 * Where a connection is shown.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return a path
	 */
	public String connection(String integrationId, String connectionId) {
		return new ConnectionRef(integrationId, connectionId).path();
	}

}
