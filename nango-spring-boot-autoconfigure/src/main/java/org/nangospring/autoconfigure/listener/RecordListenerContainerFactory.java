package org.nangospring.autoconfigure.listener;

import org.nangospring.autoconfigure.NangoListenersProperties;
import org.nangospring.autoconfigure.RecordListenerContainerCustomizer;
import org.nangospring.client.NangoClient;
import org.nangospring.listener.DeadLetters;
import org.nangospring.listener.ListenerObserver;
import org.nangospring.listener.RecordErrorHandler;
import org.nangospring.listener.RecordListenerContainer;
import org.nangospring.listener.RecordListenerContainerBuilder;
import org.nangospring.listener.StreamStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/**
 * Makes the container from properties and beans.
 */
final class RecordListenerContainerFactory {

	private final NangoListenersProperties properties;

	private final Environment environment;

	RecordListenerContainerFactory(NangoListenersProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	RecordListenerContainer create(NangoClient nango, StreamStore store, DeadLetters deadLetters,
			ObjectProvider<RecordErrorHandler> errorHandlers, ObjectProvider<ListenerObserver> observers,
			ObjectProvider<RecordListenerContainerCustomizer> customizers) {
		RecordListenerContainerBuilder builder = RecordListenerContainer.builder(nango)
			.store(store)
			.deadLetters(deadLetters)
			.observers(observers.orderedStream().toList());
		errorHandlers.ifUnique(builder::errorHandler);
		if (Threading.VIRTUAL.isActive(this.environment)) {
			builder.threadFactory(new VirtualThreadTaskExecutor("nango-listener-").getVirtualThreadFactory());
		}
		apply(builder);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	private void apply(RecordListenerContainerBuilder builder) {
		NangoListenersProperties from = this.properties;
		ListenerOptions options = new ListenerOptions(from);
		builder.options(options.defaults()).overrides(options::override);
		PropertyChecks.set("concurrency", () -> builder.concurrency(from.getConcurrency()));
		PropertyChecks.set("pages-per-turn", () -> builder.pagesPerTurn(from.getPagesPerTurn()));
		PropertyChecks.set("rate-limit-reserve", () -> builder.rateLimitReserve(from.getRateLimitReserve()));
		PropertyChecks.set("connection-interval", () -> builder.connectionInterval(from.getConnectionInterval()));
		PropertyChecks.set("shutdown-timeout", () -> builder.shutdownTimeout(from.getShutdownTimeout()));
	}

}
