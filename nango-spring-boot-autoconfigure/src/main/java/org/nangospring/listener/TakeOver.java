package org.nangospring.listener;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.EngineTiming;
import reactor.core.Disposable;

/**
 * Finds streams that an instance which died, or has too much to do, left before their
 * end.
 */
final class TakeOver {

	private static final Log logger = LogFactory.getLog(TakeOver.class);

	/** More of them are listed at once. */
	private static final int FEW = 10;

	private final StreamStore store;

	private final ListenerRegistry listeners;

	private final StreamRegistry streams;

	private final StreamDispatcher dispatcher;

	private final Executor executor;

	private final EngineTiming timing;

	private @Nullable Disposable timer;

	private boolean closed;

	TakeOver(StreamStore store, ListenerRegistry listeners, StreamRegistry streams, StreamDispatcher dispatcher,
			Executor executor, EngineTiming timing) {
		this.store = store;
		this.listeners = listeners;
		this.streams = streams;
		this.dispatcher = dispatcher;
		this.executor = executor;
		this.timing = timing;
	}

	/**
	 * Looks three times in the time that a lease lasts.
	 */
	synchronized void schedule() {
		Duration lease = this.store.takeOverAfter();
		if (lease != null && !this.closed) {
			this.timer = this.timing.schedule(lease.dividedBy(3), this::tick);
		}
	}

	private void tick() {
		try {
			this.executor.execute(() -> {
				try {
					this.listeners.all().stream().filter(ListenerRuntime::isRunning).forEach(this::look);
				}
				finally {
					schedule();
				}
			});
		}
		catch (Throwable ex) {
			logger.warn("There is no thread to look for unfinished streams on. It is tried again.", ex);
			schedule();
		}
	}

	private void look(ListenerRuntime listener) {
		try {
			for (RecordStreamId id : this.store.unfinished(listener.id())) {
				ManagedStream stream = this.streams.find(id);
				if (stream != null && isFree(stream)) {
					this.dispatcher.takeOver(stream);
				}
			}
			lookAtStopped(listener);
		}
		catch (Throwable ex) {
			logger.warn("It could not be found out which streams of \"" + listener.id() + "\" were left unfinished",
					ex);
		}
	}

	/**
	 * One that was resumed through another instance is stopped here no longer.
	 */
	private void lookAtStopped(ListenerRuntime listener) {
		List<ManagedStream> stopped = this.streams.streams(listener)
			.stream()
			.filter((stream) -> stream.activity() == StreamActivity.STOPPED)
			.toList();
		Stream<@Nullable StreamPosition> positions = (stopped.size() > FEW) ? this.store.list(listener.id()).stream()
				: stopped.stream().map((stream) -> this.store.find(stream.id()));
		positions.forEach((position) -> {
			ManagedStream stream = (position != null) ? this.streams.find(position.stream()) : null;
			if (stream != null && stream.activity() == StreamActivity.STOPPED
					&& position.state() == StreamState.ACTIVE) {
				this.dispatcher.request(stream, false);
			}
		});
	}

	/**
	 * One that waits for something else than a worker waits for it here too.
	 */
	private static boolean isFree(ManagedStream stream) {
		StreamActivity activity = stream.activity();
		return activity == StreamActivity.IDLE || activity == StreamActivity.ELSEWHERE
				|| activity == StreamActivity.WAITING;
	}

	synchronized void close() {
		this.closed = true;
		if (this.timer != null) {
			this.timer.dispose();
		}
	}

}
