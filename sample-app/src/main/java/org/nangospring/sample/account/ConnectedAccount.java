package org.nangospring.sample.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.connection.ConnectionSummary;

import org.springframework.data.annotation.Id;

/**
 * An account at a provider that a user has connected.
 *
 * @param id the id in the database, or null while it is not stored
 * @param userId the user who has connected it
 * @param integrationId the integration id
 * @param connectionId the connection id
 * @param provider Nango's name of the provider, or null when Nango has not told
 * @param connectedAt when it was connected
 */
public record ConnectedAccount(@Id @Nullable Long id, String userId, String integrationId, String connectionId,
		@Nullable String provider, Instant connectedAt) {

	boolean isOf(ConnectionSummary connection) {
		return this.integrationId.equals(connection.integrationId())
				&& this.connectionId.equals(connection.connectionId());
	}

	ConnectedAccount ownedBy(String newUserId, Instant now) {
		return new ConnectedAccount(this.id, newUserId, this.integrationId, this.connectionId, this.provider, now);
	}

}
