package org.nangospring.listener;

import java.time.Duration;
import java.util.concurrent.Executor;

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
					this.dispatcher.request(stream, false);
				}
			}
		}
		catch (Throwable ex) {
			logger.warn("It could not be found out which streams of \"" + listener.id() + "\" were left unfinished",
					ex);
		}
	}

	/**
	 * One that waits for something waits for it here too.
	 */
	private static boolean isFree(ManagedStream stream) {
		StreamActivity activity = stream.activity();
		return activity == StreamActivity.IDLE || activity == StreamActivity.ELSEWHERE;
	}

	synchronized void close() {
		this.closed = true;
		if (this.timer != null) {
			this.timer.dispose();
		}
	}

}
