package org.nangospring.client.proxy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.BlockingExecutor;
import org.nangospring.client.http.StreamedResponse;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.util.MultiValueMap;

/**
 * A call to a provider's API through Nango that is being put together. The last method of
 * the chain, {@code retrieve}, {@code exchange} or {@code stream}, sends it and fails
 * with a {@link org.nangospring.client.NangoException} when the call does; with a
 * {@link org.nangospring.client.NangoUpstreamException} when the provider answers with
 * another status than 2xx.
 */
public final class ProxyCall {

	private final BlockingExecutor executor;

	private final ProxyRequest request;

	ProxyCall(BlockingExecutor executor, String integrationId, String connectionId, HttpMethod method,
			String endpoint) {
		this.executor = executor;
		this.request = new ProxyRequest(integrationId, connectionId, method, endpoint);
	}

	/**
	 * Adds a query parameter.
	 * @param name the name, not encoded
	 * @param values the values, not encoded; one parameter is sent for each
	 * @return this call
	 */
	public ProxyCall query(String name, Object... values) {
		this.request.query(name, values);
		return this;
	}

	/**
	 * Adds a query that is given as a whole. What is already encoded in it is left as it
	 * is.
	 * @param query the query without a question mark, for example {@code a=1&b=2}
	 * @return this call
	 */
	public ProxyCall rawQuery(String query) {
		this.request.rawQuery(query);
		return this;
	}

	/**
	 * Adds a header for the provider, sent to Nango as {@code Nango-Proxy-} with the
	 * name.
	 * @param name the name
	 * @param value the value
	 * @return this call
	 */
	public ProxyCall header(String name, String value) {
		this.request.header(name, value);
		return this;
	}

	/**
	 * Sets the body to a value written as JSON.
	 * @param value the value
	 * @return this call
	 * @throws IllegalArgumentException if the value cannot be written as JSON
	 */
	public ProxyCall body(Object value) {
		this.request.json(value);
		return this;
	}

	/**
	 * Sets the body to a text.
	 * @param contentType its content type
	 * @param text the text, sent as UTF-8
	 * @return this call
	 */
	public ProxyCall body(MediaType contentType, String text) {
		return body(contentType, text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Sets the body to bytes.
	 * @param contentType their content type
	 * @param bytes the bytes
	 * @return this call
	 */
	public ProxyCall body(MediaType contentType, byte[] bytes) {
		this.request.raw(contentType, bytes);
		return this;
	}

	/**
	 * Sets the body to something that is read while it is sent, whatever its size. The
	 * call is made once if it can be read only once.
	 * @param contentType its content type
	 * @param resource the body, for example a file
	 * @return this call
	 */
	public ProxyCall body(MediaType contentType, Resource resource) {
		this.request.resource(contentType, resource);
		return this;
	}

	/**
	 * Sets the body to the fields of a form.
	 * @param fields the fields, not encoded
	 * @return this call
	 */
	public ProxyCall form(MultiValueMap<String, String> fields) {
		this.request.form(fields);
		return this;
	}

	/**
	 * Sets the body to parts, among them files. The call is made once, since files are
	 * read while they are sent.
	 * @param parts adds the parts
	 * @return this call
	 */
	public ProxyCall multipart(Consumer<MultipartBodyBuilder> parts) {
		this.request.multipart(parts);
		return this;
	}

	/**
	 * Gives the call a limit of its own in place of those of the client, for providers
	 * that take long.
	 * @param timeout how long the call may take, for a streamed answer how long it may be
	 * silent; at least a millisecond
	 * @return this call
	 */
	public ProxyCall timeout(Duration timeout) {
		this.request.timeout(timeout);
		return this;
	}

	/**
	 * Makes Nango repeat the call when the provider fails. The client then does not
	 * repeat it for that reason, since the two would multiply.
	 * @param retries how often, from 0 to 10; 0 is the default
	 * @return this call
	 */
	public ProxyCall retries(int retries) {
		this.request.retries(retries);
		return this;
	}

	/**
	 * Makes Nango repeat the call on further statuses than 429 and 5xx. Has an effect
	 * only with {@link #retries(int)}.
	 * @param statuses the HTTP statuses
	 * @return this call
	 */
	public ProxyCall retryOn(int... statuses) {
		this.request.retryOn(statuses);
		return this;
	}

	/**
	 * Sends the call to another address than the one that Nango knows for the provider.
	 * @param url the address to put before the endpoint
	 * @return this call
	 */
	public ProxyCall baseUrlOverride(String url) {
		this.request.baseUrlOverride(url);
		return this;
	}

	/**
	 * Makes Nango decompress the provider's answer.
	 * @return this call
	 */
	public ProxyCall decompress() {
		this.request.decompress();
		return this;
	}

	/**
	 * Sends the call and reads the body.
	 * @param <T> the type of the body
	 * @param type {@code String} for text, {@code byte[]} for bytes, {@code Void} for
	 * none, every other type for JSON
	 * @return the body, or null when the provider answers without one
	 */
	public <T> @Nullable T retrieve(Class<T> type) {
		return exchange(type).body();
	}

	/**
	 * Sends the call and reads the body as JSON.
	 * @param <T> the type of the body
	 * @param type the type to read it as
	 * @return the body, or null when the provider answers without one
	 */
	public <T> @Nullable T retrieve(ParameterizedTypeReference<T> type) {
		return exchange(type).body();
	}

	/**
	 * Sends the call and reads the whole answer.
	 * @param <T> the type of the body
	 * @param type {@code String} for text, {@code byte[]} for bytes, {@code Void} for
	 * none, every other type for JSON
	 * @return the answer
	 */
	public <T> ProxyResponse<T> exchange(Class<T> type) {
		return this.executor.execute(this.request.<T>reading(type));
	}

	/**
	 * Sends the call and reads the whole answer, the body as JSON.
	 * @param <T> the type of the body
	 * @param type the type to read the body as
	 * @return the answer
	 */
	public <T> ProxyResponse<T> exchange(ParameterizedTypeReference<T> type) {
		return this.executor.execute(this.request.<T>reading(type.getType()));
	}

	/**
	 * Sends the call and leaves the body to be read as it comes, whatever its size. Close
	 * the stream, else its connection is lost to the pool.
	 * @return the answer; reading its body fails with a
	 * {@link org.nangospring.client.NangoException} when the connection breaks
	 */
	public ProxyResponse<InputStream> stream() {
		StreamedResponse response = this.executor.open(this.request.opening());
		return new ProxyResponse<>(response.status(), response.headers(),
				ProxyInputStream.of(response.body(), this.request.operation()));
	}

}
