package org.nangospring.client.proxy;

import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * A provider's own API, called through Nango with the credentials of a connection. An
 * endpoint is a path of that API such as {@code /user/repos}, possibly with a query; what
 * is already encoded in it is left as it is. Methods with a type send the call at once;
 * the others begin one that can be refined.
 */
public final class ReactiveProxy {

	private final ReactiveExecutor executor;

	private final String integrationId;

	private final String connectionId;

	/**
	 * Made by {@link org.nangospring.client.connection.ReactiveNangoConnection}.
	 * @param executor runs the calls
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 */
	public ReactiveProxy(ReactiveExecutor executor, String integrationId, String connectionId) {
		this.executor = executor;
		this.integrationId = integrationId;
		this.connectionId = connectionId;
	}

	/**
	 * Begins a GET call. Calls {@code GET /proxy/{endpoint}}.
	 * @param endpoint the endpoint
	 * @return the call, not sent yet
	 * @throws IllegalArgumentException if the endpoint names a host or is not valid
	 */
	public ReactiveProxyCall get(String endpoint) {
		return call(HttpMethod.GET, endpoint);
	}

	/**
	 * Makes a GET call and reads the body. Calls {@code GET /proxy/{endpoint}}. Fails
	 * with {@link org.nangospring.client.NangoUpstreamException} if the provider answers
	 * with an error.
	 * @param <T> the type of the body
	 * @param endpoint the endpoint
	 * @param type {@code String} for text, {@code byte[]} for bytes, {@code Void} for
	 * none, every other type for JSON
	 * @return the body, or nothing when the provider answers without one
	 */
	public <T> Mono<T> get(String endpoint, Class<T> type) {
		return get(endpoint).retrieve(type);
	}

	/**
	 * Begins a POST call. Calls {@code POST /proxy/{endpoint}}.
	 * @param endpoint the endpoint
	 * @return the call, not sent yet
	 * @throws IllegalArgumentException if the endpoint names a host or is not valid
	 */
	public ReactiveProxyCall post(String endpoint) {
		return call(HttpMethod.POST, endpoint);
	}

	/**
	 * Makes a POST call with a body and reads the answer's. Calls {@code POST
	 * /proxy/{endpoint}}. Fails with
	 * {@link org.nangospring.client.NangoUpstreamException} if the provider answers with
	 * an error.
	 * @param <T> the type of the answer's body
	 * @param endpoint the endpoint
	 * @param body the body, written as JSON
	 * @param type {@code String} for text, {@code byte[]} for bytes, {@code Void} for
	 * none, every other type for JSON
	 * @return the answer's body, or nothing when the provider answers without one
	 */
	public <T> Mono<T> post(String endpoint, Object body, Class<T> type) {
		return post(endpoint).body(body).retrieve(type);
	}

	/**
	 * Begins a PUT call. Calls {@code PUT /proxy/{endpoint}}.
	 * @param endpoint the endpoint
	 * @return the call, not sent yet
	 * @throws IllegalArgumentException if the endpoint names a host or is not valid
	 */
	public ReactiveProxyCall put(String endpoint) {
		return call(HttpMethod.PUT, endpoint);
	}

	/**
	 * Makes a PUT call with a body and reads the answer's. Calls {@code PUT
	 * /proxy/{endpoint}}. Fails with
	 * {@link org.nangospring.client.NangoUpstreamException} if the provider answers with
	 * an error.
	 * @param <T> the type of the answer's body
	 * @param endpoint the endpoint
	 * @param body the body, written as JSON
	 * @param type {@code String} for text, {@code byte[]} for bytes, {@code Void} for
	 * none, every other type for JSON
	 * @return the answer's body, or nothing when the provider answers without one
	 */
	public <T> Mono<T> put(String endpoint, Object body, Class<T> type) {
		return put(endpoint).body(body).retrieve(type);
	}

	/**
	 * Begins a PATCH call. Calls {@code PATCH /proxy/{endpoint}}.
	 * @param endpoint the endpoint
	 * @return the call, not sent yet
	 * @throws IllegalArgumentException if the endpoint names a host or is not valid
	 */
	public ReactiveProxyCall patch(String endpoint) {
		return call(HttpMethod.PATCH, endpoint);
	}

	/**
	 * Makes a PATCH call with a body and reads the answer's. Calls {@code PATCH
	 * /proxy/{endpoint}}. Fails with
	 * {@link org.nangospring.client.NangoUpstreamException} if the provider answers with
	 * an error.
	 * @param <T> the type of the answer's body
	 * @param endpoint the endpoint
	 * @param body the body, written as JSON
	 * @param type {@code String} for text, {@code byte[]} for bytes, {@code Void} for
	 * none, every other type for JSON
	 * @return the answer's body, or nothing when the provider answers without one
	 */
	public <T> Mono<T> patch(String endpoint, Object body, Class<T> type) {
		return patch(endpoint).body(body).retrieve(type);
	}

	/**
	 * Begins a DELETE call. Calls {@code DELETE /proxy/{endpoint}}.
	 * @param endpoint the endpoint
	 * @return the call, not sent yet
	 * @throws IllegalArgumentException if the endpoint names a host or is not valid
	 */
	public ReactiveProxyCall delete(String endpoint) {
		return call(HttpMethod.DELETE, endpoint);
	}

	/**
	 * Makes a DELETE call and reads the body. Calls {@code DELETE /proxy/{endpoint}}.
	 * Fails with {@link org.nangospring.client.NangoUpstreamException} if the provider
	 * answers with an error.
	 * @param <T> the type of the body
	 * @param endpoint the endpoint
	 * @param type {@code String} for text, {@code byte[]} for bytes, {@code Void} for
	 * none, every other type for JSON
	 * @return the body, or nothing when the provider answers without one
	 */
	public <T> Mono<T> delete(String endpoint, Class<T> type) {
		return delete(endpoint).retrieve(type);
	}

	/**
	 * Begins a HEAD call, for the headers of an answer without its body. Calls
	 * {@code HEAD /proxy/{endpoint}}.
	 * @param endpoint the endpoint
	 * @return the call, not sent yet; read it with {@code exchange(Void.class)}
	 * @throws IllegalArgumentException if the endpoint names a host or is not valid
	 */
	public ReactiveProxyCall head(String endpoint) {
		return call(HttpMethod.HEAD, endpoint);
	}

	private ReactiveProxyCall call(HttpMethod method, String endpoint) {
		return new ReactiveProxyCall(this.executor, this.integrationId, this.connectionId, method, endpoint);
	}

}
