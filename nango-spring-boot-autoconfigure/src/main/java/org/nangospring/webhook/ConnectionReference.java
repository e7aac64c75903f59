package org.nangospring.webhook;

import org.nangospring.client.NangoClient;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.connection.NangoConnection;
import org.nangospring.client.connection.ReactiveNangoConnection;
import org.nangospring.client.http.Arguments;

/**
 * Names a connection: small enough to be stored, and one step away from the connection
 * itself.
 *
 * @param integrationId the integration id, which Nango's older texts call
 * {@code providerConfigKey}
 * @param connectionId the connection id
 */
public record ConnectionReference(String integrationId, String connectionId) {

	/**
	 * Creates a reference.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @throws IllegalArgumentException if an id is null, blank or cannot be sent as it is
	 */
	public ConnectionReference {
		Arguments.id(integrationId, "integration id");
		Arguments.id(connectionId, "connection id");
	}

	/**
	 * The connection, to be asked.
	 * @param nango a client of the environment that the connection is in
	 * @return operations on the connection; making it sends nothing
	 */
	public NangoConnection in(NangoClient nango) {
		return nango.connection(this.integrationId, this.connectionId);
	}

	/**
	 * The connection, to be asked.
	 * @param nango a client of the environment that the connection is in
	 * @return operations on the connection; making it sends nothing
	 */
	public ReactiveNangoConnection in(ReactiveNangoClient nango) {
		return nango.connection(this.integrationId, this.connectionId);
	}

}
