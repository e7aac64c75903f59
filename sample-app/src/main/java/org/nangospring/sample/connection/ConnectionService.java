package org.nangospring.sample.connection;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;

import org.springframework.stereotype.Service;

/**
 * Finds connections.
 */
@Service
public class ConnectionService {

	/** How many connections a list shows at most. */
	public static final int LIMIT = 200;

	private final NangoClient nango;

	ConnectionService(NangoClient nango) {
		this.nango = nango;
	}

	/**
	 * Lists the newest connections.
	 * @param integrationId the integration whose connections are meant, or null for all
	 * @return at most {@link #LIMIT} connections
	 */
	public List<ConnectionView> list(@Nullable String integrationId) {
		return this.nango.connections().list((query) -> {
			query.limit(LIMIT);
			if (integrationId != null) {
				query.integrationIds(integrationId);
			}
		}).stream().map(ConnectionView::of).toList();
	}

	/**
	 * Gets a connection. Nango refreshes its credentials if they have expired, so this
	 * fails when they no longer work.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return the connection without its credentials
	 */
	public ConnectionDetail get(String integrationId, String connectionId) {
		return ConnectionDetail.of(this.nango.connection(integrationId, connectionId).get());
	}

}
