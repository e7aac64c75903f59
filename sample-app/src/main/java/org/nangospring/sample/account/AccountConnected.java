package org.nangospring.sample.account;

/**
 * An account was connected.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id
 */
public record AccountConnected(String integrationId, String connectionId) {

}
