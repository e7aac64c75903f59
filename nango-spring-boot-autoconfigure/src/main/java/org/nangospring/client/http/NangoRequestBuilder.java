package org.nangospring.client.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoRequest.Origin;
import org.nangospring.client.http.NangoRequest.Repeat;
import org.reactivestreams.Publisher;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.util.UriUtils;

/**
 * Builds a {@link NangoRequest}.
 */
public final class NangoRequestBuilder {

	final String operation;

	final HttpMethod method;

	private final StringBuilder path = new StringBuilder();

	final StringBuilder template = new StringBuilder();

	private final StringBuilder query = new StringBuilder();

	final HttpHeaders headers = new HttpHeaders();

	@Nullable BodyInserter<?, ? super ClientHttpRequest> body;

	Repeat repeat;

	Origin origin = Origin.NANGO;

	@Nullable String integrationId;

	@Nullable String connectionId;

	boolean absentIsNull;

	@Nullable Duration timeout;

	@Nullable SpareArrays spareArrays;

	NangoRequestBuilder(String operation, HttpMethod method) {
		this.operation = operation;
		this.method = method;
		this.repeat = (method == HttpMethod.GET || method == HttpMethod.HEAD) ? Repeat.ALWAYS
				: Repeat.IF_NOT_CARRIED_OUT;
	}

	/**
	 * Appends a fixed part of the path.
	 * @param fixed the part, beginning with a slash, already encoded
	 * @return this builder
	 */
	public NangoRequestBuilder path(String fixed) {
		this.path.append(fixed);
		this.template.append(fixed);
		return this;
	}

	/**
	 * Appends a slash and an id, encoded so that the server reads the same id.
	 * @param name the name of the variable in the URI template
	 * @param id the id
	 * @return this builder
	 * @throws IllegalArgumentException if the id cannot be part of a path
	 */
	public NangoRequestBuilder segment(String name, String id) {
		this.path.append('/').append(encode(Arguments.id(id, name)));
		this.template.append("/{").append(name).append('}');
		return this;
	}

	/**
	 * Appends a path that is already encoded and does not belong into the template.
	 * @param encoded the path, possibly with a query
	 * @param name what stands for it in the URI template
	 * @return this builder
	 */
	public NangoRequestBuilder rawPath(String encoded, String name) {
		this.path.append(encoded);
		this.template.append("/{").append(name).append('}');
		return this;
	}

	/**
	 * Adds a query parameter whose value may be any text, such as a query of several
	 * lines for the provider.
	 * @param name the name, not encoded
	 * @param value the value, not encoded
	 * @return this builder
	 */
	public NangoRequestBuilder freeQuery(String name, Object value) {
		if (!this.query.isEmpty()) {
			this.query.append('&');
		}
		this.query.append(encode(name))
			.append('=')
			.append(encode(Arguments.unicode(value.toString(), "query parameter " + name)));
		return this;
	}

	/**
	 * Adds a query parameter.
	 * @param name the name, not encoded
	 * @param value the value, not encoded; null leaves the parameter out
	 * @return this builder
	 */
	public NangoRequestBuilder query(String name, @Nullable Object value) {
		if (value != null) {
			freeQuery(name, Arguments.noControlCharacters(value.toString(), "query parameter " + name));
		}
		return this;
	}

	/**
	 * Adds a header.
	 * @param name the name
	 * @param value the value; null leaves the header out
	 * @return this builder
	 * @throws IllegalArgumentException if the value has line breaks or characters that a
	 * header cannot carry
	 */
	public NangoRequestBuilder header(String name, @Nullable String value) {
		if (value != null) {
			this.headers.add(name, headerValue(name, value));
		}
		return this;
	}

	/**
	 * Sends a token in place of the secret key.
	 * @param token the token
	 * @return this builder
	 */
	public NangoRequestBuilder bearer(String token) {
		return header(HttpHeaders.AUTHORIZATION, "Bearer " + Arguments.text(token, "token"));
	}

	/**
	 * Names the connection in headers, as records, actions and the proxy want it.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return this builder
	 */
	public NangoRequestBuilder connectionHeaders(String integrationId, String connectionId) {
		return integration(integrationId).connection(connectionId)
			.header("Provider-Config-Key", integrationId)
			.header("Connection-Id", connectionId);
	}

	/**
	 * Sets the body to a value written as JSON.
	 * @param value the value
	 * @return this builder
	 * @throws IllegalArgumentException if the value cannot be written as JSON
	 */
	public NangoRequestBuilder json(Object value) {
		return body(MediaType.APPLICATION_JSON, NangoJson.instance().write(value));
	}

	/**
	 * Sets the body.
	 * @param type its content type
	 * @param bytes its bytes; not copied
	 * @return this builder
	 */
	public NangoRequestBuilder body(MediaType type, byte[] bytes) {
		this.headers.setContentType(type);
		this.headers.setContentLength(bytes.length);
		this.body = BodyInserters.fromValue(bytes);
		return this;
	}

	/**
	 * Sets the body to something that is read while it is sent. The call is made once,
	 * unless the body can be read again.
	 * @param type its content type
	 * @param buffers the body
	 * @param rereadable whether the body can be read again for another attempt
	 * @return this builder
	 */
	public NangoRequestBuilder body(MediaType type, Publisher<DataBuffer> buffers, boolean rereadable) {
		this.headers.setContentType(type);
		this.body = StreamedBody.buffers(buffers);
		return rereadable ? this : neverRepeat();
	}

	/**
	 * Sets the body to parts. The call is made once, since parts may be read while they
	 * are sent.
	 * @param parts the parts
	 * @return this builder
	 */
	public NangoRequestBuilder multipart(MultiValueMap<String, HttpEntity<?>> parts) {
		this.body = StreamedBody.multipart(parts);
		return neverRepeat();
	}

	/**
	 * Gives the call a limit of its own in place of those of the client.
	 * @param limit for the whole call, and for the silence of the server
	 * @return this builder
	 */
	public NangoRequestBuilder timeout(@Nullable Duration limit) {
		this.timeout = limit;
		return this;
	}

	/**
	 * Lets the answer be read into a spare array. Whoever reads the answer gives it back.
	 * @param arrays has the arrays, or null
	 * @return this builder
	 */
	public NangoRequestBuilder into(@Nullable SpareArrays arrays) {
		this.spareArrays = arrays;
		return this;
	}

	/**
	 * Names the integration the call is about, for metrics.
	 * @param integrationId the integration id
	 * @return this builder
	 */
	public NangoRequestBuilder integration(String integrationId) {
		this.integrationId = integrationId;
		return this;
	}

	/**
	 * Names the connection the call is about, for interceptors.
	 * @param connectionId the connection id, or null when it is not about one
	 * @return this builder
	 */
	public NangoRequestBuilder connection(@Nullable String connectionId) {
		this.connectionId = connectionId;
		return this;
	}

	/**
	 * Marks a call that writes as safe to carry out twice. Say why beside each use.
	 * @return this builder
	 */
	public NangoRequestBuilder safeToRepeat() {
		this.repeat = Repeat.ALWAYS;
		return this;
	}

	/**
	 * Marks a call of which only one attempt is wanted.
	 * @return this builder
	 */
	public NangoRequestBuilder neverRepeat() {
		this.repeat = Repeat.NEVER;
		return this;
	}

	/**
	 * Marks a call for which 404 means that there is nothing yet: its result is null
	 * then.
	 * @return this builder
	 */
	public NangoRequestBuilder absentIsNull() {
		this.absentIsNull = true;
		return this;
	}

	/**
	 * Marks a call that is answered by the provider behind Nango.
	 * @param nangoRepeats whether Nango was asked to repeat the call itself
	 * @return this builder
	 */
	public NangoRequestBuilder fromProvider(boolean nangoRepeats) {
		this.origin = nangoRepeats ? Origin.REPEATING_PROVIDER : Origin.PROVIDER;
		return this;
	}

	/**
	 * Builds the request.
	 * @param <T> the type of the result
	 * @param reader how to read the answer
	 * @return the request
	 */
	public <T> NangoRequest<T> reading(ResponseReader<T> reader) {
		return new NangoRequest<>(this, reader);
	}

	String pathAndQuery() {
		if (this.query.isEmpty()) {
			return this.path.toString();
		}
		return this.path + ((this.path.indexOf("?") < 0) ? "?" : "&") + this.query;
	}

	private static String encode(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	static String headerValue(String name, String value) {
		Arguments.noControlCharacters(value, name + " header");
		if (!value.equals(value.strip())) {
			throw new IllegalArgumentException(
					"The " + name + " header must not begin or end with a space: the server would cut it off");
		}
		for (int i = 0; i < value.length(); i++) {
			if (value.charAt(i) > 0xFF) {
				throw new IllegalArgumentException("The " + name + " header cannot carry the character at index " + i
						+ ": only Latin-1 fits a header");
			}
		}
		return value;
	}

}
