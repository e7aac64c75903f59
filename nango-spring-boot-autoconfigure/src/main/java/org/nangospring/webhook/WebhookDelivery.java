package org.nangospring.webhook;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.NangoJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

/**
 * What came over the wire. Two are equal when their bodies are.
 */
final class WebhookDelivery {

	/** Where readers put the delivery itself; no field of a webhook has such a name. */
	static final String PROPERTY = "@delivery";

	private static final String LEGACY_SIGNATURE_HEADER = "X-Nango-Signature";

	private final byte[] body;

	private final HttpHeaders headers;

	private final String fingerprint;

	WebhookDelivery(byte[] body, HttpHeaders headers) {
		this.body = body.clone();
		this.headers = Answers.headers(headers);
		this.headers.remove(NangoWebhookVerifier.SIGNATURE_HEADER);
		this.headers.remove(LEGACY_SIGNATURE_HEADER);
		this.fingerprint = HexFormat.of().formatHex(sha256(this.body));
	}

	byte[] bytes() {
		return this.body;
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	HttpHeaders headers() {
		return Answers.headers(this.headers);
	}

	String fingerprint() {
		return this.fingerprint;
	}

	/**
	 * Reads a part of the body from the bytes themselves: on the way through maps, long
	 * decimal numbers would lose digits.
	 */
	<T> @Nullable T read(String pointer, Type type) {
		JsonMapper mapper = NangoJson.instance().mapper();
		JavaType resolved = mapper.constructType(type);
		try {
			return pointer.isEmpty() ? mapper.readValue(this.body, resolved)
					: mapper.readerFor(resolved).at(JsonPointer.compile(pointer)).readValue(this.body);
		}
		catch (JacksonException ex) {
			String path = NangoJson.path(ex);
			throw new NangoWebhookFormatException("The payload does not fit " + resolved.toCanonical()
					+ (path.isEmpty() ? "" : " (see \"" + path + "\")") + ". Read it as another type, or use body().");
		}
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof WebhookDelivery that && this.fingerprint.equals(that.fingerprint);
	}

	@Override
	public int hashCode() {
		return this.fingerprint.hashCode();
	}

	@Override
	public String toString() {
		return this.fingerprint;
	}

}
