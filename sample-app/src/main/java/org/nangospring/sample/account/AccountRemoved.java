package org.nangospring.sample.account;

/**
 * An account is no longer connected: whoever keeps data of it deletes them, within the
 * same transaction.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id
 */
public record AccountRemoved(String integrationId, String connectionId) {

}
