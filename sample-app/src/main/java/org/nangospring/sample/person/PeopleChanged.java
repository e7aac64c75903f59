package org.nangospring.sample.person;

/**
 * The people of an account have changed in the database.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id
 */
public record PeopleChanged(String integrationId, String connectionId) {

}
