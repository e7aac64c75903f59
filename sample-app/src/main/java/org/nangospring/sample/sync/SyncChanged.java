package org.nangospring.sample.sync;

/**
 * Somebody has begun a run of a sync, or changed how it runs, in this application.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id
 */
public record SyncChanged(String integrationId, String connectionId) {

}
