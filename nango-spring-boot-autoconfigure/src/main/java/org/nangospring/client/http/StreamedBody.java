package org.nangospring.client.http;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpEntity;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.BodyInserters;

/**
 * Bodies that are read while they are sent. What fails in reading them is told apart from
 * what fails on the way.
 */
final class StreamedBody {

	private StreamedBody() {
	}

	static BodyInserter<?, ? super ClientHttpRequest> buffers(Publisher<DataBuffer> buffers) {
		return BodyInserters.fromDataBuffers(marked(buffers));
	}

	static BodyInserter<?, ? super ClientHttpRequest> multipart(MultiValueMap<String, HttpEntity<?>> parts) {
		BodyInserters.MultipartInserter inserter = BodyInserters.fromMultipartData(parts);
		return (request, context) -> inserter.insert(new OffEventLoop(request), context);
	}

	private static Flux<DataBuffer> marked(Publisher<? extends DataBuffer> buffers) {
		return Flux.<DataBuffer>from(buffers).onErrorMap(RequestBodyException::new);
	}

	/**
	 * Reads parts on threads that may wait, since a part may be a stream that blocks.
	 */
	private static final class OffEventLoop extends ClientHttpRequestDecorator {

		OffEventLoop(ClientHttpRequest request) {
			super(request);
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			return super.writeWith(marked(body).subscribeOn(Schedulers.boundedElastic()));
		}

	}

}
