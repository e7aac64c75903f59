package org.nangospring.client.operation;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The two ways to make a call. Streams come back as lists.
 */
public enum Mode {

	BLOCKING {
		@Override
		public @Nullable Object call(Operation operation, NangoClient client) {
			Object result = operation.blocking().apply(client);
			return (result instanceof Stream<?> stream) ? stream.toList() : result;
		}
	},

	REACTIVE {
		@Override
		public @Nullable Object call(Operation operation, NangoClient client) {
			Publisher<?> publisher = operation.reactive().apply(client.reactive());
			return (publisher instanceof Flux<?> flux) ? flux.collectList().block() : Mono.from(publisher).block();
		}
	};

	public abstract @Nullable Object call(Operation operation, NangoClient client);

}
