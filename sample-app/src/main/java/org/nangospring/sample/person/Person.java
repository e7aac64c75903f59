package org.nangospring.sample.person;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A person of a connected account.
 *
 * @param id the id in the database, or null while it is not stored
 * @param integrationId the integration id
 * @param connectionId the connection id
 * @param personId the id at the provider
 * @param fullName the name
 * @param email the e-mail address, or null
 * @param jobTitle what the person does, or null
 * @param timeZone where the person is, or null
 * @param changedAt when the provider's data changed last, or null
 */
public record Person(@Id @Nullable Long id, String integrationId, String connectionId, String personId, String fullName,
		@Nullable String email, @Nullable String jobTitle, @Nullable String timeZone, @Nullable Instant changedAt) {

}
