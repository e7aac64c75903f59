package org.nangospring.client.fault;

import java.util.function.Function;

import org.nangospring.client.NangoClient;
import org.nangospring.client.ReactiveNangoClient;
import reactor.core.publisher.Mono;

/**
 * The two ways to make a call.
 */
enum Way {

	BLOCKING {
		@Override
		<T> T call(NangoClient nango, Function<NangoClient, T> blocking,
				Function<ReactiveNangoClient, Mono<T>> reactive) {
			return blocking.apply(nango);
		}
	},

	REACTIVE {
		@Override
		<T> T call(NangoClient nango, Function<NangoClient, T> blocking,
				Function<ReactiveNangoClient, Mono<T>> reactive) {
			return reactive.apply(nango.reactive()).block();
		}
	};

	abstract <T> T call(NangoClient nango, Function<NangoClient, T> blocking,
			Function<ReactiveNangoClient, Mono<T>> reactive);

	/**
	 * A read.
	 */
	int list(NangoClient nango) {
		return call(nango, (client) -> client.integrations().list(), (client) -> client.integrations().list()).size();
	}

	/**
	 * An action, which must not be carried out twice.
	 */
	Object act(NangoClient nango, Object input) {
		return call(nango, (client) -> client.connection("github", "c").actions().trigger("act", input),
				(client) -> client.connection("github", "c").actions().trigger("act", input));
	}

}
