package org.nangospring.client.http;

import java.time.Duration;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyInserter;

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

	private final @Nullable String connectionId;

	private final boolean absentIsNull;

	private final @Nullable Duration timeout;

	private final @Nullable SpareArrays spareArrays;

	NangoRequest(NangoRequestBuilder builder, ResponseReader<T> reader) {
		this.operation = builder.operation;
		this.method = builder.method;
		this.uriTemplate = builder.template.toString();
		this.pathAndQuery = builder.pathAndQuery();
		this.headers = HttpHeaders.readOnlyHttpHeaders(builder.headers);
		this.body = builder.body;
		this.reader = reader;
		this.repeat = builder.repeat;
		this.origin = builder.origin;
		this.integrationId = builder.integrationId;
		this.connectionId = builder.connectionId;
		this.absentIsNull = builder.absentIsNull;
		this.timeout = builder.timeout;
		this.spareArrays = builder.spareArrays;
	}

	private <U> NangoRequest(NangoRequest<U> request, ResponseReader<T> reader) {
		this.operation = request.operation;
		this.method = request.method;
		this.uriTemplate = request.uriTemplate;
		this.pathAndQuery = request.pathAndQuery;
		this.headers = request.headers;
		this.body = request.body;
		this.reader = reader;
		this.repeat = request.repeat;
		this.origin = request.origin;
		this.integrationId = request.integrationId;
		this.connectionId = request.connectionId;
		this.absentIsNull = request.absentIsNull;
		this.timeout = request.timeout;
		this.spareArrays = request.spareArrays;
	}

	/**
	 * Begins a request.
	 * @param operation the name of the operation, for example {@code connections.get}
	 * @param method the HTTP method
	 * @return a builder
	 */
	public static NangoRequestBuilder of(String operation, HttpMethod method) {
		return new NangoRequestBuilder(operation, method);
	}

	/**
	 * The same call with its result read further.
	 * @param <U> the type of the new result
	 * @param mapper makes the new result of one that is not null
	 * @return a changed copy
	 */
	public <U> NangoRequest<U> map(Function<T, U> mapper) {
		return new NangoRequest<>(this, this.reader.map(mapper));
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

	@Nullable String connectionId() {
		return this.connectionId;
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

	@Nullable SpareArrays spareArrays() {
		return this.spareArrays;
	}

	/**
	 * Whether this answer means that what was asked for is not there, which is no error.
	 */
	boolean isAbsent(RawResponse response) {
		return this.absentIsNull && response.status() == 404 && ErrorBody.isNangos(response);
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

}
