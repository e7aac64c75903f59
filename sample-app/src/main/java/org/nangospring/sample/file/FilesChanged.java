package org.nangospring.sample.file;

/**
 * The files of an account have changed in the database.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id
 */
public record FilesChanged(String integrationId, String connectionId) {

}
