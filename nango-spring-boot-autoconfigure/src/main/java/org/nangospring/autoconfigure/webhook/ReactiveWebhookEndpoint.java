package org.nangospring.autoconfigure.webhook;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The endpoint in a reactive application. Threads of the server neither check signatures
 * nor wait for listeners.
 */
final class ReactiveWebhookEndpoint implements HandlerFunction<ServerResponse> {

	private final WebhookReceiver receiver;

	ReactiveWebhookEndpoint(WebhookReceiver receiver) {
		this.receiver = receiver;
	}

	@Override
	public Mono<ServerResponse> handle(ServerRequest request) {
		return Mono.deferContextual((context) -> answer(request, observation(context))).flatMap((answer) -> {
			ServerResponse.BodyBuilder response = ServerResponse.status(answer.status());
			return ((answer == WebhookAnswer.METHOD) ? response.allow(HttpMethod.POST) : response).build();
		});
	}

	private Mono<WebhookAnswer> answer(ServerRequest request, @Nullable Observation parent) {
		HttpHeaders headers = request.headers().asHttpHeaders();
		WebhookAnswer refusal = this.receiver.check(request.method(), headers);
		if (refusal != null) {
			return Mono.just(refusal);
		}
		return DataBufferUtils.join(request.exchange().getRequest().getBody(), this.receiver.maxBodySize())
			.map(ReactiveWebhookEndpoint::bytes)
			.defaultIfEmpty(new byte[0])
			.publishOn(Schedulers.boundedElastic())
			.flatMap((body) -> Mono.fromFuture(this.receiver.receive(body, headers, parent)))
			// neither a thread of listeners nor the JDK's one for timeouts goes on from
			// here
			.publishOn(Schedulers.parallel())
			.onErrorResume(DataBufferLimitException.class,
					(ex) -> Mono.fromSupplier(() -> this.receiver.refuse(WebhookAnswer.TOO_LARGE)));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	/**
	 * The observation of the request, under the name that Micrometer gives it in every
	 * context.
	 */
	private static @Nullable Observation observation(ContextView context) {
		return context.getOrDefault("micrometer.observation", null);
	}

}
