package org.nangospring.client.proxy;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

import org.springframework.http.HttpHeaders;

/**
 * What a provider answered through Nango.
 *
 * @param <T> the type of the body
 */
public final class ProxyResponse<T> {

	private final int status;

	private final HttpHeaders headers;

	private final @Nullable T body;

	/**
	 * Creates a response.
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param body the body, or null when there is none
	 */
	public ProxyResponse(int status, HttpHeaders headers, @Nullable T body) {
		this.status = status;
		this.headers = HttpHeaders.readOnlyHttpHeaders(Answers.headers(headers));
		this.body = body;
	}

	/**
	 * The HTTP status. Nango turns 201 of a provider into 200 unless the answer comes in
	 * chunks.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The headers. Of a provider's headers Nango passes on only content type and request
	 * ids, unless the answer comes in chunks.
	 * @return the headers
	 */
	public HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * The body.
	 * @return the body, or null when there is none
	 */
	public @Nullable T body() {
		return this.body;
	}

	@Override
	public String toString() {
		return "ProxyResponse[" + this.status + "]";
	}

}
