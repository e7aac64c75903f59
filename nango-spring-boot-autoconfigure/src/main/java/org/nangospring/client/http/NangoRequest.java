package org.nangospring.client.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
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
 * A call as a value: everything that is needed to send it, to send it again and to read
 * its answer. Immutable.
 *
 * @param <T> the type of the result
 */
public final class NangoRequest<T> {

	private final String operation;

	private final HttpMethod method;

	private final String uriTemplate;

	private final String pathAndQuery;

	private final HttpHeaders headers;

	private final @Nullable BodyInserter<?, ? super ClientHttpRequest> body;

	private final ResponseReader<T> reader;

	private final Repeat repeat;

	private final Origin origin;

	private final @Nullable String integrationId;

	private final boolean absentIsNull;

	private final @Nullable Duration timeout;

	private NangoRequest(Builder builder, ResponseReader<T> reader) {
		this.operation = builder.operation;
		this.method = builder.method;
		this.uriTemplate = builder.template.toString();
		this.pathAndQuery = (builder.query.isEmpty()) ? builder.path.toString()
				: builder.path.append(builder.path.indexOf("?") < 0 ? '?' : '&').append(builder.query).toString();
		this.headers = HttpHeaders.readOnlyHttpHeaders(builder.headers);
		this.body = builder.body;
		this.reader = reader;
		this.repeat = builder.repeat;
		this.origin = builder.origin;
		this.integrationId = builder.integrationId;
		this.absentIsNull = builder.absentIsNull;
		this.timeout = builder.timeout;
	}

	/**
	 * Begins a request.
	 * @param operation the name of the operation, for example {@code connections.get}
	 * @param method the HTTP method
	 * @return a builder
	 */
	public static Builder of(String operation, HttpMethod method) {
		return new Builder(operation, method);
	}

	/**
	 * The name of the operation.
	 * @return the name, of a small fixed set
	 */
	public String operation() {
		return this.operation;
	}

	/**
	 * The integration the call is about.
	 * @return its id, or null when the call is not about one
	 */
	public @Nullable String integrationId() {
		return this.integrationId;
	}

	HttpMethod method() {
		return this.method;
	}

	String uriTemplate() {
		return this.uriTemplate;
	}

	String pathAndQuery() {
		return this.pathAndQuery;
	}

	HttpHeaders headers() {
		return this.headers;
	}

	@Nullable BodyInserter<?, ? super ClientHttpRequest> body() {
		return this.body;
	}

	ResponseReader<T> reader() {
		return this.reader;
	}

	Repeat repeat() {
		return this.repeat;
	}

	Origin origin() {
		return this.origin;
	}

	/**
	 * A limit in place of those of the client.
	 */
	@Nullable Duration timeout() {
		return this.timeout;
	}

	/**
	 * Whether this answer means that what was asked for is not there, which is no error.
	 */
	boolean isAbsent(RawResponse response) {
		return this.absentIsNull && response.status() == 404 && response.isJson();
	}

	@Override
	public String toString() {
		return this.operation + " " + this.method + " " + this.uriTemplate;
	}

	/**
	 * When an attempt may be followed by another.
	 */
	enum Repeat {

		/** Carrying it out twice does the same as once. */
		ALWAYS,

		/** Only when it is known that the server did not carry it out. */
		IF_NOT_CARRIED_OUT,

		/** Never: the caller wants to know of the first failure. */
		NEVER

	}

	/**
	 * Whose answer comes back.
	 */
	enum Origin {

		/** Nango's own. */
		NANGO,

		/** That of the provider behind Nango, unless Nango itself fails. */
		PROVIDER,

		/** That of the provider, and Nango itself repeats failed calls. */
		REPEATING_PROVIDER

	}

	/**
	 * Builds a {@link NangoRequest}.
	 */
	public static final class Builder {

		private final String operation;

		private final HttpMethod method;

		private final StringBuilder path = new StringBuilder();

		private final StringBuilder template = new StringBuilder();

		private final StringBuilder query = new StringBuilder();

		private final HttpHeaders headers = new HttpHeaders();

		private @Nullable BodyInserter<?, ? super ClientHttpRequest> body;

		private Repeat repeat;

		private Origin origin = Origin.NANGO;

		private @Nullable String integrationId;

		private boolean absentIsNull;

		private @Nullable Duration timeout;

		private Builder(String operation, HttpMethod method) {
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
		public Builder path(String fixed) {
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
		public Builder segment(String name, String id) {
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
		public Builder rawPath(String encoded, String name) {
			this.path.append(encoded);
			this.template.append("/{").append(name).append('}');
			return this;
		}

		/**
		 * Adds a query parameter.
		 * @param name the name, not encoded
		 * @param value the value, not encoded; null leaves the parameter out
		 * @return this builder
		 */
		public Builder query(String name, @Nullable Object value) {
			if (value != null) {
				if (!this.query.isEmpty()) {
					this.query.append('&');
				}
				this.query.append(encode(name))
					.append('=')
					.append(encode(Arguments.noControlCharacters(value.toString(), "query parameter " + name)));
			}
			return this;
		}

		/**
		 * Adds a header.
		 * @param name the name
		 * @param value the value; null leaves the header out
		 * @return this builder
		 * @throws IllegalArgumentException if the value has line breaks or characters
		 * that a header cannot carry
		 */
		public Builder header(String name, @Nullable String value) {
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
		public Builder bearer(String token) {
			return header(HttpHeaders.AUTHORIZATION, "Bearer " + Arguments.text(token, "token"));
		}

		/**
		 * Names the connection in headers, as records, actions and the proxy want it.
		 * @param integrationId the integration id
		 * @param connectionId the connection id
		 * @return this builder
		 */
		public Builder connectionHeaders(String integrationId, String connectionId) {
			return integration(integrationId).header("Provider-Config-Key", integrationId)
				.header("Connection-Id", connectionId);
		}

		/**
		 * Sets the body to a value written as JSON.
		 * @param value the value
		 * @return this builder
		 * @throws IllegalArgumentException if the value cannot be written as JSON
		 */
		public Builder json(Object value) {
			return body(MediaType.APPLICATION_JSON, NangoJson.instance().write(value));
		}

		/**
		 * Sets the body.
		 * @param type its content type
		 * @param bytes its bytes; not copied
		 * @return this builder
		 */
		public Builder body(MediaType type, byte[] bytes) {
			this.headers.setContentType(type);
			this.headers.setContentLength(bytes.length);
			this.body = BodyInserters.fromValue(bytes);
			return this;
		}

		/**
		 * Sets the body to something that is read while it is sent. The call is made
		 * once, unless the body can be read again.
		 * @param type its content type
		 * @param buffers the body
		 * @param rereadable whether the body can be read again for another attempt
		 * @return this builder
		 */
		public Builder body(MediaType type, Publisher<DataBuffer> buffers, boolean rereadable) {
			this.headers.setContentType(type);
			this.body = BodyInserters.fromDataBuffers(buffers);
			return rereadable ? this : neverRepeat();
		}

		/**
		 * Sets the body to the fields of a form.
		 * @param fields the fields, not encoded
		 * @return this builder
		 */
		public Builder form(MultiValueMap<String, String> fields) {
			StringJoiner form = new StringJoiner("&");
			fields.forEach((name, values) -> values.forEach((value) -> form.add(encode(name) + "=" + encode(value))));
			return body(MediaType.APPLICATION_FORM_URLENCODED, form.toString().getBytes(StandardCharsets.US_ASCII));
		}

		/**
		 * Sets the body to parts. The call is made once, since parts may be read while
		 * they are sent.
		 * @param parts the parts
		 * @return this builder
		 */
		public Builder multipart(MultiValueMap<String, HttpEntity<?>> parts) {
			this.body = BodyInserters.fromMultipartData(parts);
			return neverRepeat();
		}

		/**
		 * Gives the call a limit of its own in place of those of the client.
		 * @param limit for the whole call, and for the silence of the server
		 * @return this builder
		 */
		public Builder timeout(@Nullable Duration limit) {
			this.timeout = limit;
			return this;
		}

		/**
		 * Names the integration the call is about, for metrics.
		 * @param integrationId the integration id
		 * @return this builder
		 */
		public Builder integration(String integrationId) {
			this.integrationId = integrationId;
			return this;
		}

		/**
		 * Marks a call that writes as safe to carry out twice. Say why beside each use.
		 * @return this builder
		 */
		public Builder safeToRepeat() {
			this.repeat = Repeat.ALWAYS;
			return this;
		}

		/**
		 * Marks a call of which only one attempt is wanted.
		 * @return this builder
		 */
		public Builder neverRepeat() {
			this.repeat = Repeat.NEVER;
			return this;
		}

		/**
		 * Marks a call for which 404 means that there is nothing yet: its result is null
		 * then.
		 * @return this builder
		 */
		public Builder absentIsNull() {
			this.absentIsNull = true;
			return this;
		}

		/**
		 * Marks a call that is answered by the provider behind Nango.
		 * @param nangoRepeats whether Nango was asked to repeat the call itself
		 * @return this builder
		 */
		public Builder fromProvider(boolean nangoRepeats) {
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

		private static String encode(String text) {
			return UriUtils.encode(text, StandardCharsets.UTF_8);
		}

		private static String headerValue(String name, String value) {
			Arguments.noControlCharacters(value, name + " header");
			if (!value.equals(value.strip())) {
				throw new IllegalArgumentException(
						"The " + name + " header must not begin or end with a space: the server would cut it off");
			}
			for (int i = 0; i < value.length(); i++) {
				if (value.charAt(i) > 0xFF) {
					throw new IllegalArgumentException("The " + name + " header cannot carry the character at index "
							+ i + ": only Latin-1 fits a header");
				}
			}
			return value;
		}

	}

}
