package org.nangospring.sample.file;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.proxy.Proxy;
import org.nangospring.client.proxy.ProxyCall;

/**
 * How Google Drive hands out the content of a file. What was made with Google's own
 * editors has none and is exported.
 *
 * @param exportType the content type to export to, or null for the file as it is
 * @param extension what is added to the name
 */
record FileContent(@Nullable String exportType, String extension) {

	private static final String GOOGLE = "application/vnd.google-apps.";

	private static final Map<String, FileContent> EXPORTS = Map.of(GOOGLE + "document",
			new FileContent("text/plain", ".txt"), GOOGLE + "spreadsheet", new FileContent("text/csv", ".csv"));

	static FileContent of(@Nullable String mimeType) {
		if (mimeType == null || !mimeType.startsWith(GOOGLE)) {
			return new FileContent(null, "");
		}
		return EXPORTS.getOrDefault(mimeType, new FileContent("application/pdf", ".pdf"));
	}

	ProxyCall from(Proxy drive, String fileId) {
		String path = "/drive/v3/files/" + fileId;
		return (this.exportType != null) ? drive.get(path + "/export").query("mimeType", this.exportType)
				: drive.get(path).query("alt", "media");
	}

}
