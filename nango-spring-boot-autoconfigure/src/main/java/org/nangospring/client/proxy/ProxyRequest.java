package org.nangospring.client.proxy;

import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.FormBody;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.NangoRequestBuilder;
import org.nangospring.client.http.ResponseReader;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.util.MultiValueMap;

/**
 * What has been said so far about a call through the proxy; the blocking and the reactive
 * call share it.
 */
final class ProxyRequest {

	private static final String FORWARD = "Nango-Proxy-";

	private static final int CHUNK = 16 * 1024;

	private final String integrationId;

	private final String connectionId;

	private final HttpMethod method;

	private final String path;

	private @Nullable String rawQuery;

	private final List<Map.Entry<String, Object>> query = new ArrayList<>();

	private final List<Map.Entry<String, String>> headers = new ArrayList<>();

	private @Nullable MediaType contentType;

	private @Nullable UnaryOperator<NangoRequestBuilder> body;

	private @Nullable Duration timeout;

	private int retries;

	private @Nullable String retryOn;

	private @Nullable String baseUrlOverride;

	private boolean decompress;

	ProxyRequest(String integrationId, String connectionId, HttpMethod method, String endpoint) {
		this.integrationId = integrationId;
		this.connectionId = connectionId;
		this.method = method;
		this.path = ProxyEndpoint.encode(endpoint);
	}

	void query(String name, Object... values) {
		Arguments.text(name, "query parameter");
		for (Object value : Arguments.required(values, "values of " + name)) {
			this.query.add(Map.entry(name, Arguments.required(value, "value of " + name)));
		}
	}

	void header(String name, String value) {
		Arguments.text(name, "header");
		if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
			throw new IllegalArgumentException("\"" + name + "\" is not the name of a header");
		}
		this.headers.add(Map.entry(name, Arguments.required(value, "value of " + name)));
	}

	void json(Object value) {
		raw(MediaType.APPLICATION_JSON, NangoJson.instance().write(Arguments.required(value, "body")));
	}

	void raw(MediaType type, byte[] bytes) {
		Arguments.required(bytes, "body");
		body(type, (builder) -> builder.body(type, bytes));
	}

	void form(MultiValueMap<String, String> fields) {
		raw(MediaType.APPLICATION_FORM_URLENCODED, FormBody.of(fields));
	}

	void multipart(Consumer<MultipartBodyBuilder> customizer) {
		MultipartBodyBuilder parts = new MultipartBodyBuilder();
		Arguments.required(customizer, "parts").accept(parts);
		MultiValueMap<String, HttpEntity<?>> built = parts.build();
		if (built.isEmpty()) {
			throw new IllegalArgumentException("A multipart body needs at least one part");
		}
		for (List<HttpEntity<?>> sameName : built.values()) {
			for (HttpEntity<?> part : sameName) {
				if (part.getBody() instanceof Resource resource) {
					readable(resource);
				}
			}
		}
		body(MediaType.MULTIPART_FORM_DATA, (builder) -> builder.multipart(built));
	}

	void resource(MediaType type, Resource resource) {
		readable(Arguments.required(resource, "body"));
		// reading a stream may block, which the event loops must not
		Flux<DataBuffer> buffers = DataBufferUtils.read(resource, DefaultDataBufferFactory.sharedInstance, CHUNK)
			.subscribeOn(Schedulers.boundedElastic());
		body(type, (builder) -> builder.body(type, buffers, !resource.isOpen()));
	}

	private static void readable(Resource resource) {
		if (!resource.isReadable()) {
			throw new IllegalArgumentException("The body cannot be read: " + resource.getDescription());
		}
	}

	void buffers(MediaType type, Publisher<DataBuffer> buffers) {
		Arguments.required(buffers, "body");
		body(type, (builder) -> builder.body(type, buffers, false));
	}

	private void body(MediaType type, UnaryOperator<NangoRequestBuilder> setter) {
		this.contentType = Arguments.required(type, "content type");
		this.body = setter;
	}

	void rawQuery(String query) {
		String encoded = ProxyEndpoint.encodeQuery(query);
		this.rawQuery = (this.rawQuery != null) ? this.rawQuery + "&" + encoded : encoded;
	}

	void timeout(Duration limit) {
		this.timeout = Arguments.positive(limit, "timeout");
	}

	void retries(int number) {
		this.retries = Arguments.range(number, 0, 10, "number of retries");
	}

	void retryOn(int... statuses) {
		if (statuses.length == 0) {
			throw new IllegalArgumentException("Name at least one status to retry on");
		}
		this.retryOn = Arrays.stream(statuses)
			.map((status) -> Arguments.range(status, 100, 599, "status to retry on"))
			.mapToObj(Integer::toString)
			.collect(Collectors.joining(","));
	}

	void baseUrlOverride(String url) {
		URI uri = URI.create(Arguments.text(url, "base URL"));
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
			throw new IllegalArgumentException("The base URL must begin with https:// and name a host");
		}
		this.baseUrlOverride = url;
	}

	void decompress() {
		this.decompress = true;
	}

	<T> NangoRequest<ProxyResponse<T>> reading(Type type) {
		return builder().reading(ProxyResponseReader.of(type));
	}

	/**
	 * A request whose answer is not read here but as it comes.
	 */
	NangoRequest<Void> opening() {
		return builder().reading(ResponseReader.success());
	}

	String operation() {
		return "proxy." + this.method.name().toLowerCase(Locale.ROOT);
	}

	private NangoRequestBuilder builder() {
		NangoRequestBuilder builder = NangoRequest
			.of("proxy." + this.method.name().toLowerCase(Locale.ROOT), this.method)
			.path("/proxy")
			.rawPath(pathAndRawQuery(), "endpoint")
			.timeout(this.timeout)
			.connectionHeaders(this.integrationId, this.connectionId)
			.fromProvider(this.retries > 0);
		this.query.forEach((parameter) -> builder.freeQuery(parameter.getKey(), parameter.getValue()));
		this.headers.forEach((header) -> builder.header(FORWARD + header.getKey(), header.getValue()));
		if (this.retries > 0) {
			builder.header("Retries", Integer.toString(this.retries));
		}
		builder.header("Retry-On", this.retryOn)
			.header("Base-Url-Override", this.baseUrlOverride)
			.header("Decompress", this.decompress ? "true" : null);
		if (this.body != null && this.contentType != null) {
			this.body.apply(builder);
			if (!this.contentType.equals(MediaType.APPLICATION_JSON) && !forwards("content-type")) {
				// without it Nango guesses, and sends the provider another type
				builder.header(FORWARD + "Content-Type", this.contentType.toString());
			}
		}
		return builder;
	}

	private String pathAndRawQuery() {
		if (this.rawQuery == null) {
			return this.path;
		}
		return this.path + ((this.path.indexOf('?') < 0) ? "?" : "&") + this.rawQuery;
	}

	private boolean forwards(String name) {
		return this.headers.stream().anyMatch((header) -> header.getKey().equalsIgnoreCase(name));
	}

}
