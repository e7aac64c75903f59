package org.nangospring.sample.file;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A file as the sync of Google Drive describes it.
 *
 * @param title the name, or null
 * @param mimeType the content type, or null
 * @param folder the folder that it is in, or null
 * @param url where Google Drive shows it, or null
 */
record DriveDocument(@Nullable String title, @Nullable String mimeType, @Nullable String folder, @Nullable String url) {

	SharedFile toFile(@Nullable Long id, String integrationId, String connectionId, String fileId,
			@Nullable Instant changedAt) {
		return new SharedFile(id, integrationId, connectionId, fileId, Objects.requireNonNullElse(this.title, fileId),
				this.mimeType, this.folder, this.url, changedAt);
	}

}
