package org.nangospring.client;

import java.nio.charset.StandardCharsets;

import org.nangospring.client.http.Answers;

import org.springframework.http.HttpHeaders;

/**
 * The provider behind Nango answered with an error: to a call through the proxy, or to a
 * request that an action made. Nango itself worked. The provider's body is never part of
 * the message.
 */
public class NangoUpstreamException extends NangoException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final HttpHeaders headers;

	private final byte[] body;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param status the provider's HTTP status
	 * @param headers the provider's headers
	 * @param body the provider's body; empty when there was none
	 */
	public NangoUpstreamException(FailedCall call, int status, HttpHeaders headers, byte[] body) {
		super(call, "the provider behind Nango answered " + status
				+ ". See headers() and body() of this exception for what it said.", null);
		this.status = status;
		// those of the HTTP library cannot be serialized
		this.headers = Answers.headers(headers);
		this.body = body;
	}

	/**
	 * The provider's HTTP status.
	 */
	@Override
	public Integer status() {
		return this.status;
	}

	/**
	 * The provider's headers. Through the proxy those that describe a rate limit are the
	 * provider's as well.
	 * @return the headers
	 */
	public HttpHeaders headers() {
		return HttpHeaders.readOnlyHttpHeaders(this.headers);
	}

	/**
	 * The provider's body.
	 * @return a copy of the bytes; empty when there was no body
	 */
	public byte[] body() {
		return this.body.clone();
	}

	/**
	 * The provider's body as text, read as UTF-8.
	 * @return the text; empty when there was no body
	 */
	public String bodyAsString() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

}
