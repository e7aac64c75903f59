package org.nangospring.listener.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.nangospring.listener.RecordStreamId;

/**
 * Primary keys. They are digests, because the parts of a stream are together longer than
 * what MySQL can index, and because some databases do not tell upper from lower case.
 */
final class StreamKeys {

	private StreamKeys() {
	}

	static String of(RecordStreamId stream) {
		return digest(stream.listenerId(), stream.integrationId(), stream.connectionId(), stream.model(),
				stream.variant());
	}

	static String of(RecordStreamId stream, String recordId, String cursor) {
		return digest(of(stream), recordId, cursor);
	}

	private static String digest(@Nullable String... parts) {
		StringBuilder text = new StringBuilder();
		for (String part : parts) {
			// the length keeps "ab", "c" and "a", "bc" apart
			text.append((part != null) ? part.length() + ":" + part : "-");
		}
		try {
			return HexFormat.of()
				.formatHex(
						MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
