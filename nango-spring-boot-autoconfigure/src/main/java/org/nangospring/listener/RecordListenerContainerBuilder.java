package org.nangospring.listener;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.DerivedClientBuilder;
import org.nangospring.client.NangoClient;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.EngineTiming;

/**
 * Builds a {@link RecordListenerContainer}.
 */
public final class RecordListenerContainerBuilder {

	final NangoClient nango;

	StreamStore store = new InMemoryStreamStore();

	DeadLetters deadLetters = DeadLetters.refusing();

	private @Nullable DeadLetters chosenDeadLetters;

	RecordErrorHandler errorHandler = RecordErrorHandler.stopping();

	List<ListenerObserver> observers = List.of();

	EngineTiming timing = EngineTiming.SYSTEM;

	@Nullable Executor executor;

	ThreadFactory threadFactory = WorkerThreads.daemons();

	RecordListenerOptions options = RecordListenerOptions.defaults();

	BiFunction<String, RecordListenerOptions, RecordListenerOptions> overrides = (id, own) -> own;

	int concurrency = 4;

	int pagesPerTurn = 10;

	double rateLimitReserve = 0.1;

	Duration connectionInterval = Duration.ofMinutes(5);

	Duration shutdownTimeout = Duration.ofSeconds(30);

	RecordListenerContainerBuilder(NangoClient nango) {
		this.nango = withoutErrorMappers(Arguments.required(nango, "client"));
	}

	/**
	 * Streams go on or stop by the client's own exceptions.
	 */
	private static NangoClient withoutErrorMappers(NangoClient nango) {
		@Nullable DerivedClientBuilder<NangoClient> derived = nango.mutate();
		// a mock in a test of the application derives nothing
		return (derived != null) ? derived.withoutErrorMappers().build() : nango;
	}

	/**
	 * Sets where positions are kept. By default in memory.
	 * @param newStore the store
	 * @return this builder
	 */
	public RecordListenerContainerBuilder store(StreamStore newStore) {
		this.store = Arguments.required(newStore, "store");
		return this;
	}

	/**
	 * Sets where changes that could not be delivered are parked. By default in the
	 * {@link StreamStore#deadLetters() place that belongs to the store}.
	 * @param newDeadLetters the store
	 * @return this builder
	 */
	public RecordListenerContainerBuilder deadLetters(DeadLetters newDeadLetters) {
		this.chosenDeadLetters = Arguments.required(newDeadLetters, "dead letters");
		return this;
	}

	/**
	 * Sets what decides on changes that could not be delivered, for listeners without a
	 * handler of their own. By default the stream stops.
	 * @param handler the handler
	 * @return this builder
	 */
	public RecordListenerContainerBuilder errorHandler(RecordErrorHandler handler) {
		this.errorHandler = Arguments.required(handler, "error handler");
		return this;
	}

	/**
	 * Sets what is told of deliveries and failures, in place of all that was set before.
	 * @param newObserver the observer
	 * @return this builder
	 */
	public RecordListenerContainerBuilder observer(ListenerObserver newObserver) {
		return observers(List.of(Arguments.required(newObserver, "observer")));
	}

	/**
	 * Sets what is told of deliveries and failures, in place of all that was set before.
	 * One that fails keeps no other from hearing.
	 * @param newObservers the observers, in the order in which they are told
	 * @return this builder
	 */
	public RecordListenerContainerBuilder observers(List<ListenerObserver> newObservers) {
		this.observers = List.copyOf(Arguments.required(newObservers, "observers"));
		return this;
	}

	/**
	 * Sets the clock and the waits. By default the real ones.
	 * @param newTiming the timing
	 * @return this builder
	 */
	public RecordListenerContainerBuilder timing(EngineTiming newTiming) {
		this.timing = Arguments.required(newTiming, "timing");
		return this;
	}

	/**
	 * Sets the threads that listeners run on. They have to be threads that may wait; no
	 * more than {@link #concurrency(int)} are used for deliveries and a few for listing
	 * connections and finding streams to take over, which should not wait for those.
	 * Leases are renewed on a thread of their own. Whoever made the executor ends it: a
	 * listener that hangs is not interrupted on it. By default the container has
	 * {@link #threadFactory(ThreadFactory) threads of its own}.
	 * @param newExecutor the executor
	 * @return this builder
	 */
	public RecordListenerContainerBuilder executor(Executor newExecutor) {
		this.executor = Arguments.required(newExecutor, "executor");
		return this;
	}

	/**
	 * Sets what makes the container's own threads, which it has unless an
	 * {@linkplain #executor(Executor) executor} is set: as many as it needs, ended and,
	 * if a listener hangs, interrupted when the container is destroyed. By default they
	 * are daemons, which do not keep the application alive.
	 * @param newThreadFactory makes threads, which should be daemons or virtual
	 * @return this builder
	 */
	public RecordListenerContainerBuilder threadFactory(ThreadFactory newThreadFactory) {
		this.threadFactory = Arguments.required(newThreadFactory, "thread factory");
		return this;
	}

	/**
	 * Sets the options of listeners that say nothing else.
	 * @param newOptions the options
	 * @return this builder
	 */
	public RecordListenerContainerBuilder options(RecordListenerOptions newOptions) {
		this.options = Arguments.required(newOptions, "options");
		return this;
	}

	/**
	 * Sets what has the last word on the options of a listener, for example settings of
	 * the place where the application runs.
	 * @param newOverrides makes the options from the id of the listener and from what it
	 * says itself
	 * @return this builder
	 */
	public RecordListenerContainerBuilder overrides(
			BiFunction<String, RecordListenerOptions, RecordListenerOptions> newOverrides) {
		this.overrides = Arguments.required(newOverrides, "overrides");
		return this;
	}

	/**
	 * Sets how many streams are worked on at the same time at most. The default is 4.
	 * @param newConcurrency the number, from 1
	 * @return this builder
	 */
	public RecordListenerContainerBuilder concurrency(int newConcurrency) {
		this.concurrency = Arguments.range(newConcurrency, 1, 10_000, "concurrency");
		return this;
	}

	/**
	 * Sets after how many pages a stream makes room for another one that waits. The
	 * default is 10; a slow listener makes room after half a minute.
	 * @param pages the number, from 1
	 * @return this builder
	 */
	public RecordListenerContainerBuilder pagesPerTurn(int pages) {
		this.pagesPerTurn = Arguments.range(pages, 1, 1_000_000, "number of pages per turn");
		return this;
	}

	/**
	 * Sets the share of the rate limit that is left to the rest of the application: when
	 * less is left, listeners wait for the next window. The default is 0.1.
	 * @param share the share, from 0 to less than 1
	 * @return this builder
	 */
	public RecordListenerContainerBuilder rateLimitReserve(double share) {
		if (!(share >= 0 && share < 1)) {
			throw new IllegalArgumentException("The rate limit reserve must be from 0 to less than 1, not " + share);
		}
		this.rateLimitReserve = share;
		return this;
	}

	/**
	 * Sets how often connections are listed, so that new ones join and deleted ones
	 * leave. The default is 5 minutes.
	 * @param interval the time, from 1 millisecond to 24 days
	 * @return this builder
	 */
	public RecordListenerContainerBuilder connectionInterval(Duration interval) {
		this.connectionInterval = Arguments.positive(interval, "interval to list connections");
		return this;
	}

	/**
	 * Sets how long a stop waits for listeners to return. The default is 30 seconds.
	 * @param timeout the time, from 1 millisecond to 24 days
	 * @return this builder
	 */
	public RecordListenerContainerBuilder shutdownTimeout(Duration timeout) {
		this.shutdownTimeout = Arguments.positive(timeout, "shutdown timeout");
		return this;
	}

	/**
	 * Makes the container. It does nothing before it is started.
	 * @return the container
	 */
	public RecordListenerContainer build() {
		this.deadLetters = (this.chosenDeadLetters != null) ? this.chosenDeadLetters : this.store.deadLetters();
		return new RecordListenerContainer(this);
	}

}
