package org.nangospring.sample.nango;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Marks answers, and does not send again what the caller has.
 */
final class Etags {

	private static final String ETAG = "etag";

	private static final int LENGTH = 27;

	private Etags() {
	}

	/**
	 * Adds the mark.
	 * @param request the request
	 * @param answer its answer
	 * @return the answer with its mark, or one without a body if the caller knows it
	 */
	static Answer apply(Request request, Answer answer) {
		if (answer.body().length == 0) {
			return answer;
		}
		String etag = "W/\"" + Integer.toHexString(answer.body().length) + "-" + hash(answer.body()) + "\"";
		boolean reading = request.method().equals("GET") || request.method().equals("HEAD");
		if (reading && answer.status() == 200 && etag.equals(request.header("if-none-match"))) {
			Map<String, String> headers = new LinkedHashMap<>(answer.headers());
			headers.remove(Answer.CONTENT_TYPE);
			return new Answer(304, headers, new byte[0]).with(ETAG, etag);
		}
		return answer.with(ETAG, etag);
	}

	private static String hash(byte[] body) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-1").digest(body);
			return Base64.getEncoder().encodeToString(hash).substring(0, LENGTH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
