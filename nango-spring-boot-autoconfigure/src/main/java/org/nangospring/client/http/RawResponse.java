package org.nangospring.client.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A complete answer, not yet looked into.
 */
public final class RawResponse {

	/** Scripts, because answers for browsers were called so once. */
	private static final Set<String> JSON_NAMES = Set.of("json", "x-json", "javascript", "x-javascript");

	private final int status;

	private final HttpHeaders headers;

	private final ByteBuffer content;

	RawResponse(int status, HttpHeaders headers, ByteBuffer content) {
		this.status = status;
		this.headers = headers;
		this.content = content;
	}

	/**
	 * The HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The headers.
	 * @return the headers as they came
	 */
	public HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * The body.
	 * @return the bytes; empty when there was no body
	 */
	public byte[] body() {
		byte[] array = this.content.array();
		return (array.length == length()) ? array : Arrays.copyOf(array, length());
	}

	/**
	 * The body where it was read into, for whoever need not copy it.
	 * @return an array that begins with the body
	 */
	public byte[] array() {
		return this.content.array();
	}

	/**
	 * How long the body is.
	 * @return how many bytes of the {@link #array()} are the body
	 */
	public int length() {
		return this.content.limit();
	}

	/**
	 * The body as text in the charset the answer names, else UTF-8.
	 * @return the text
	 */
	public String text() {
		MediaType type = contentType();
		return new String(array(), 0, length(),
				(type != null && type.getCharset() != null) ? type.getCharset() : StandardCharsets.UTF_8);
	}

	boolean isSuccessful() {
		return this.status >= 200 && this.status < 300;
	}

	@Nullable MediaType contentType() {
		try {
			return this.headers.getContentType();
		}
		catch (InvalidMediaTypeException ex) {
			return MediaType.APPLICATION_OCTET_STREAM;
		}
	}

	boolean isJson() {
		MediaType type = contentType();
		return type == null || MediaType.APPLICATION_JSON.isCompatibleWith(type) || type.getSubtype().endsWith("+json");
	}

	/**
	 * Whether the body is JSON by one of the names that providers have for it.
	 * @return whether it is, or the answer does not say what it is
	 */
	public boolean isJsonOfAnyName() {
		MediaType type = contentType();
		return type == null || isJson() || JSON_NAMES.contains(type.getSubtype().toLowerCase(Locale.ROOT));
	}

	/**
	 * What the answer says it is, for messages.
	 * @return the type without its parameters, for example {@code text/html}
	 */
	public String describeType() {
		MediaType type = contentType();
		return (type != null) ? type.getType() + "/" + type.getSubtype() : "of no type";
	}

}
