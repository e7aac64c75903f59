package org.nangospring.listener.integration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.nangospring.client.http.NangoJson;
import org.nangospring.listener.RecordStreamId;

/**
 * Makes keys of a length that every store can take, whatever the ids are.
 *
 * @param prefix what they begin with
 */
record Keys(String prefix) {

	String position(RecordStreamId stream) {
		// as JSON, so that no two ids look alike
		return this.prefix + "position:" + hash(NangoJson.instance().write(stream));
	}

	String index(String listenerId, int page) {
		return this.prefix + "index:" + hash(listenerId.getBytes(StandardCharsets.UTF_8)) + ":" + page;
	}

	private static String hash(byte[] text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
