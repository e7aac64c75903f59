package org.nangospring.sample.file;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A file of a connected account, without its content.
 *
 * @param id the id in the database, or null while it is not stored
 * @param integrationId the integration id
 * @param connectionId the connection id
 * @param fileId the id at the provider
 * @param title the name
 * @param mimeType the content type, or null
 * @param folder the folder that it is in, or null
 * @param webLink where the provider shows it, or null
 * @param changedAt when the provider's data changed last, or null
 */
public record SharedFile(@Id @Nullable Long id, String integrationId, String connectionId, String fileId, String title,
		@Nullable String mimeType, @Nullable String folder, @Nullable String webLink, @Nullable Instant changedAt) {

}
