package org.nangospring.client.http;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.resources.ConnectionProvider;

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
 * Makes one attempt at a call. Pool and WebClient are made by the first call, because an
 * application that does not call Nango at its start should not pay for it there.
 */
final class HttpTransport {

	private static final String URI_TEMPLATE = WebClient.class.getName() + ".uriTemplate";

	private final EngineSettings settings;

	private final Closing closing;

	/**
	 * Not a monitor: on JDK 21 to 23 a virtual thread that waits for one keeps its
	 * carrier.
	 */
	private final Lock lock = new ReentrantLock();

	private volatile @Nullable WebClient webClient;

	private volatile @Nullable ConnectionProvider connections;

	private volatile boolean closed;

	HttpTransport(EngineSettings settings, Closing closing) {
		this.settings = settings;
		this.closing = closing;
	}

	/**
	 * Sends a request and reads the whole answer.
	 */
	Mono<RawResponse> exchange(NangoRequest<?> request, @Nullable Observation parent) {
		Handover handover = new Handover();
		Mono<RawResponse> exchange = retrieve(request, handover)
			.flatMap((entity) -> readFully(request, entity, handover));
		// also when the head of the answer makes no sense to WebClient
		return observed(exchange, parent).doFinally((end) -> handover.drop());
	}

	/**
	 * Sends a request and leaves the body of a successful answer to the caller.
	 */
	Mono<StreamedResponse> open(NangoRequest<?> request, @Nullable Observation parent) {
		Handover handover = new Handover();
		Mono<StreamedResponse> opened = retrieve(request, handover).flatMap((entity) -> isError(entity.getStatusCode())
				? readFully(request, entity, handover).map(ErrorAnswerException::new).flatMap(Mono::error)
				: Mono.just(streamed(request, entity, handover)));
		return observed(opened, parent).doOnCancel(handover::drop).doOnError((failure) -> handover.drop());
	}

	/**
	 * The head of an answer, whatever its status, and its body for somebody to read: the
	 * other ways through WebClient look for an unread body after each answer.
	 */
	private Mono<ResponseEntity<Flux<DataBuffer>>> retrieve(NangoRequest<?> request, Handover handover) {
		return prepare(request, handover).retrieve()
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

	private WebClient.RequestHeadersSpec<?> prepare(NangoRequest<?> request, Handover handover) {
		URI uri = URI.create(this.settings.host() + request.pathAndQuery());
		WebClient.RequestBodySpec spec = webClient().method(request.method())
			.uri(uri)
			// with the template beside it, WebClient's metrics show it instead of ids; to
			// hand it over in the usual way would parse it each time
			.attribute(URI_TEMPLATE, request.uriTemplate())
			.headers((headers) -> headers.putAll(request.headers()));
		BodyInserter<?, ? super ClientHttpRequest> body = request.body();
		WebClient.RequestHeadersSpec<?> prepared = (body != null) ? spec.body(body) : spec;
		return prepared.httpRequest((sent) -> {
			if (sent.getNativeRequest() instanceof HttpClientRequest reactorRequest && request.timeout() != null) {
				reactorRequest.responseTimeout(request.timeout());
			}
			if (sent.getNativeRequest() instanceof Connection connection) {
				handover.sent(connection);
			}
		});
	}

	/**
	 * Without this the attempt of a blocking call loses the call as its parent.
	 */
	private static <T> Mono<T> observed(Mono<T> attempt, @Nullable Observation parent) {
		return (parent != null) ? attempt.contextWrite((context) -> context.put("micrometer.observation", parent))
				: attempt;
	}

	private WebClient webClient() {
		WebClient existing = this.webClient;
		if (existing != null && !this.closed) {
			return existing;
		}
		this.lock.lock();
		try {
			if (this.closed) {
				throw ClientClosedException.before();
			}
			WebClient created = this.webClient;
			if (created == null) {
				ConnectionProvider provider = this.connections;
				if (provider == null) {
					provider = WebClientFactory.connectionProvider(this.settings.pool());
					this.connections = provider;
				}
				created = WebClientFactory.webClient(this.settings, provider);
				this.webClient = created;
			}
			return created;
		}
		finally {
			this.lock.unlock();
		}
	}

	void refuse() {
		this.lock.lock();
		try {
			this.closed = true;
		}
		finally {
			this.lock.unlock();
		}
	}

	void close() {
		refuse();
		// nobody makes another from here on
		ConnectionProvider made = this.connections;
		if (made != null) {
			made.dispose();
		}
	}

}
