package org.nangospring.listener.integration;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.UnusableAnswerException;
import org.nangospring.listener.StreamStoreException;
import tools.jackson.databind.JavaType;

/**
 * Reads what stands in the store.
 */
final class Stored {

	private Stored() {
	}

	static <T> T read(String json, JavaType type) {
		T value;
		try {
			value = NangoJson.instance().read(json.getBytes(StandardCharsets.UTF_8), type);
		}
		catch (UnusableAnswerException ex) {
			throw unreadable(ex);
		}
		if (value == null) {
			throw unreadable(null);
		}
		return value;
	}

	private static StreamStoreException unreadable(@Nullable Throwable cause) {
		return new StreamStoreException("The metadata store has a value under a key of record listeners that they"
				+ " have not written. Give them a key prefix of their own, or remove the value", cause);
	}

}
