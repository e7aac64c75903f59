package org.nangospring.client.http;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A complete answer, not yet looked into.
 */
public final class RawResponse {

	private final int status;

	private final HttpHeaders headers;

	private final byte[] body;

	RawResponse(int status, HttpHeaders headers, byte[] body) {
		this.status = status;
		this.headers = headers;
		this.body = body;
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
	 * The body, not copied.
	 * @return the bytes; empty when there was no body
	 */
	public byte[] body() {
		return this.body;
	}

	/**
	 * The body as text in the charset the answer names, else UTF-8.
	 * @return the text
	 */
	public String text() {
		MediaType type = contentType();
		return new String(this.body,
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

}
