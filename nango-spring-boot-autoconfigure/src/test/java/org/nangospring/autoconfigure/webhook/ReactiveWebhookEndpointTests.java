package org.nangospring.autoconfigure.webhook;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.nangospring.webhook.WebhookSamples;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint in a reactive application.
 */
class ReactiveWebhookEndpointTests extends WebhookEndpointTests {

	ReactiveWebhookEndpointTests() {
		super(ServerKind.REACTIVE);
	}

	/**
	 * Otherwise filters of the application would run on threads of listeners, or on the
	 * one thread that all timeouts of the JDK's futures share.
	 */
	@Test
	void answersAreWrittenOnThreadsOfReactor() {
		try (WebhookApplication other = WebhookApplication.startWith(ServerKind.REACTIVE, Filters.class,
				"nango.webhook.timeout=100ms")) {
			CountDownLatch answered = new CountDownLatch(1);
			other.recorder().behave((webhook) -> Latches.await(answered));
			assertThat(other.deliver(WebhookSamples.SYNC)).isEqualTo(503);
			answered.countDown();
			assertThat(other.context().getBean(ThreadFilter.class).threads).singleElement()
				.asString()
				.startsWith("parallel-");
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Filters {

		@Bean
		ThreadFilter threadFilter() {
			return new ThreadFilter();
		}

	}

	private static final class ThreadFilter implements WebFilter {

		private final Queue<String> threads = new ConcurrentLinkedQueue<>();

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			exchange.getResponse().beforeCommit(() -> {
				this.threads.add(Thread.currentThread().getName());
				return Mono.empty();
			});
			return chain.filter(exchange);
		}

	}

}
