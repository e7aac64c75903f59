package org.nangospring.sample.connection;

/**
 * Somebody has changed what is kept with a connection, in this application.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id
 */
public record ConnectionChanged(String integrationId, String connectionId) {

}
