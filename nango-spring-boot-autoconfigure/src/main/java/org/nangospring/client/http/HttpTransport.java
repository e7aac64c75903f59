package org.nangospring.client.http;

import java.net.URI;
import java.time.Duration;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientRequest;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Makes one attempt at a call.
 */
final class HttpTransport {

	private static final String URI_TEMPLATE = WebClient.class.getName() + ".uriTemplate";

	private final EngineSettings settings;

	private final Connections connections;

	private final Closing closing;

	/** What connections made for another engine do not know, null where they do. */
	private final @Nullable String ownAuthorization;

	private final @Nullable Duration ownResponseTimeout;

	HttpTransport(EngineSettings settings, Connections connections, Closing closing) {
		this.settings = settings;
		this.connections = connections;
		this.closing = closing;
		EngineSettings made = connections.settings();
		this.ownAuthorization = settings.secretKey().equals(made.secretKey()) ? null : "Bearer " + settings.secretKey();
		Duration timeout = settings.limits().responseTimeout();
		this.ownResponseTimeout = timeout.equals(made.limits().responseTimeout()) ? null : timeout;
	}

	/**
	 * Sends a request and reads the whole answer.
	 */
	Mono<RawResponse> exchange(Call call) {
		NangoRequest<?> request = call.request();
		Handover handover = new Handover();
		Mono<RawResponse> exchange = retrieve(call, handover).flatMap((entity) -> readFully(request, entity, handover));
		// also when the head of the answer makes no sense to WebClient
		return observed(exchange, call.observation()).doFinally((end) -> handover.drop());
	}

	/**
	 * Sends a request and leaves the body of a successful answer to the caller.
	 */
	Mono<StreamedResponse> open(Call call) {
		NangoRequest<?> request = call.request();
		Handover handover = new Handover();
		Mono<StreamedResponse> opened = retrieve(call, handover).flatMap((entity) -> isError(entity.getStatusCode())
				? readFully(request, entity, handover).map(ErrorAnswerException::new).flatMap(Mono::error)
				: Mono.just(streamed(request, entity, handover)));
		return observed(opened, call.observation()).doOnCancel(handover::drop).doOnError((failure) -> handover.drop());
	}

	/**
	 * The head of an answer, whatever its status, and its body for somebody to read: the
	 * other ways through WebClient look for an unread body after each answer.
	 */
	private Mono<ResponseEntity<Flux<DataBuffer>>> retrieve(Call call, Handover handover) {
		return prepare(call, handover).retrieve()
			.onStatus(HttpTransport::isError, (response) -> Mono.empty())
			.toEntityFlux(BodyExtractors.toDataBuffers());
	}

	private StreamedResponse streamed(NangoRequest<?> request, ResponseEntity<Flux<DataBuffer>> entity,
			Handover handover) {
		Flux<DataBuffer> body = handover.answered(body(entity));
		return new StreamedResponse(entity.getStatusCode().value(), entity.getHeaders(),
				UnclaimedBody.guard(body, silenceLimit(request), this.settings.timing(), this.closing));
	}

	/**
	 * How long the server may be silent while an answer of this request is waited for.
	 */
	Duration silenceLimit(NangoRequest<?> request) {
		Duration own = request.timeout();
		return (own != null) ? own : this.settings.limits().responseTimeout();
	}

	private static boolean isError(HttpStatusCode status) {
		return !status.is2xxSuccessful();
	}

	/**
	 * Reads bytes whatever the content type says, which may be nonsense.
	 */
	private Mono<RawResponse> readFully(NangoRequest<?> request, ResponseEntity<Flux<DataBuffer>> entity,
			Handover handover) {
		HttpHeaders headers = entity.getHeaders();
		int status = entity.getStatusCode().value();
		int limit = this.settings.limits().maxInMemorySize();
		Flux<DataBuffer> body = body(entity);
		// an error whose body is too large is still that error: what fits of it is kept
		boolean cut = isError(entity.getStatusCode());
		Mono<BodyBytes> read = BodyBytes.read(cut ? DataBufferUtils.takeUntilByteCount(body, limit) : body,
				length(headers), limit, cut ? null : request.spareArrays());
		handover.taken();
		return read.map((bytes) -> new RawResponse(status, headers, bytes.content()));
	}

	private static Flux<DataBuffer> body(ResponseEntity<Flux<DataBuffer>> entity) {
		Flux<DataBuffer> body = entity.getBody();
		return (body != null) ? body : Flux.empty();
	}

	private static long length(HttpHeaders headers) {
		try {
			return headers.getContentLength();
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	private WebClient.RequestHeadersSpec<?> prepare(Call call, Handover handover) {
		NangoRequest<?> request = call.request();
		HttpHeaders added = call.addedHeaders();
		URI uri = URI.create(this.settings.host() + request.pathAndQuery());
		WebClient.RequestBodySpec spec = this.connections.webClient()
			.method(request.method())
			.uri(uri)
			// with the template beside it, WebClient's metrics show it instead of ids; to
			// hand it over in the usual way would parse it each time
			.attribute(URI_TEMPLATE, request.uriTemplate())
			.headers((headers) -> fill(headers, request, added));
		BodyInserter<?, ? super ClientHttpRequest> body = request.body();
		WebClient.RequestHeadersSpec<?> prepared = (body != null) ? spec.body(body) : spec;
		return prepared.httpRequest((sent) -> {
			Duration timeout = (request.timeout() != null) ? request.timeout() : this.ownResponseTimeout;
			if (timeout != null && sent.getNativeRequest() instanceof HttpClientRequest reactorRequest) {
				reactorRequest.responseTimeout(timeout);
			}
			if (sent.getNativeRequest() instanceof Connection connection) {
				handover.sent(connection);
			}
		});
	}

	/**
	 * What the call itself says comes last, so that it counts.
	 */
	private void fill(HttpHeaders headers, NangoRequest<?> request, @Nullable HttpHeaders added) {
		if (this.ownAuthorization != null) {
			headers.set(HttpHeaders.AUTHORIZATION, this.ownAuthorization);
		}
		if (added != null) {
			headers.putAll(added);
		}
		headers.putAll(request.headers());
	}

	/**
	 * Without this the attempt of a blocking call loses the call as its parent.
	 */
	private static <T> Mono<T> observed(Mono<T> attempt, @Nullable Observation parent) {
		return (parent != null) ? attempt.contextWrite((context) -> context.put("micrometer.observation", parent))
				: attempt;
	}

}
