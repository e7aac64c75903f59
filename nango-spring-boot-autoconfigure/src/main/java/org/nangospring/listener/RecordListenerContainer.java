package org.nangospring.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.client.http.Arguments;
import org.nangospring.webhook.NangoWebhook;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationEventPublisherAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the record listeners of an application, for as long as it runs, and keeps the
 * application alive while at least one of them runs. As a bean it starts and stops with
 * the context, hears the webhooks that are published in it, and publishes
 * {@link RecordStreamEvent}s.
 */
public final class RecordListenerContainer implements NangoRecordListeners, SmartLifecycle, DisposableBean,
		ApplicationEventPublisherAware, ApplicationListener<PayloadApplicationEvent<?>> {

	/**
	 * Ends after what receives webhooks, while the beans that listeners use are there.
	 */
	public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 8192;

	private final RecordListenerContainerBuilder settings;

	private final ListenerRegistry listeners = new ListenerRegistry();

	private final KeepAlive keepAlive = new KeepAlive();

	private final Executor executor;

	private final @Nullable WorkerThreads ownThreads;

	private ApplicationEventPublisher events = (event) -> {
	};

	private volatile @Nullable ListenerSession session;

	/** Those before the current one of which something is still under way. */
	private final List<ListenerSession> ending = new ArrayList<>();

	RecordListenerContainer(RecordListenerContainerBuilder settings) {
		this.settings = settings;
		this.ownThreads = (settings.executor == null) ? new WorkerThreads(settings.threadFactory) : null;
		this.executor = (settings.executor != null) ? settings.executor
				: Arguments.required(this.ownThreads, "executor");
	}

	/**
	 * Begins a container.
	 * @param nango the client to read records with
	 * @return a builder with the defaults
	 */
	public static RecordListenerContainerBuilder builder(NangoClient nango) {
		return new RecordListenerContainerBuilder(nango);
	}

	@Override
	public Set<String> ids() {
		return this.listeners.ids();
	}

	@Override
	public void register(RecordListenerDefinition<?> definition) {
		RecordListenerOptions own = definition.options(this.settings.options);
		RecordErrorHandler handler = definition.errorHandler();
		ListenerRuntime listener = new ListenerRuntime(definition, this.settings.overrides.apply(definition.id(), own),
				(handler != null) ? handler : this.settings.errorHandler);
		if (listener.alwaysParks() && this.settings.deadLetters instanceof RefusingDeadLetters) {
			throw new IllegalStateException("The record listener \"" + listener.id() + "\" parks what it fails at, but"
					+ " there is no place for that which lasts as long as the positions. "
					+ RefusingDeadLetters.ADVICE);
		}
		synchronized (this) {
			this.listeners.register(listener);
			ListenerSession current = this.session;
			if (current != null && listener.options().autoStartup()) {
				current.begin(listener);
				keepAlive();
			}
		}
	}

	private void keepAlive() {
		this.keepAlive.set(this.session != null && this.listeners.all().stream().anyMatch(ListenerRuntime::isRunning));
	}

	@Override
	public synchronized void start(String listenerId) {
		ListenerRuntime listener = this.listeners.get(listenerId);
		ListenerSession current = this.session;
		if (current == null) {
			throw new IllegalStateException("The record listeners of the application have not started");
		}
		current.begin(listener);
		keepAlive();
	}

	@Override
	public synchronized void stop(String listenerId) {
		ListenerRuntime listener = this.listeners.get(listenerId);
		ListenerSession current = this.session;
		if (current != null) {
			current.pause(listener);
			keepAlive();
		}
	}

	@Override
	public boolean isRunning(String listenerId) {
		return this.listeners.get(listenerId).isRunning();
	}

	@Override
	public List<RecordStream> streams() {
		ListenerSession current = this.session;
		return (current != null) ? current.streams() : List.of();
	}

	@Override
	public List<StreamPosition> positions(String listenerId) {
		return this.settings.store.list(listenerId);
	}

	@Override
	public @Nullable StreamPosition position(RecordStreamId stream) {
		return this.settings.store.find(stream);
	}

	@Override
	public void received(NangoWebhook webhook) {
		ListenerSession current = this.session;
		if (current != null) {
			current.received(webhook);
		}
	}

	@Override
	public boolean trigger(RecordStreamId stream) {
		ListenerSession current = this.session;
		return current != null && current.trigger(stream);
	}

	@Override
	public StreamPosition resume(RecordStreamId stream) {
		return change(stream, (position) -> (position.state() == StreamState.STOPPED)
				? position.resumed(this.settings.timing.now()) : position);
	}

	@Override
	public StreamPosition rewind(RecordStreamId stream, String cursor) {
		Arguments.text(cursor, "cursor");
		return change(stream, (position) -> position.movedTo(cursor, this.settings.timing.now()));
	}

	@Override
	public StreamPosition rereadFromBeginning(RecordStreamId stream) {
		return change(stream, (position) -> position.movedTo(null, this.settings.timing.now()));
	}

	private StreamPosition change(RecordStreamId stream, UnaryOperator<StreamPosition> change) {
		StreamPosition changed = this.settings.store.change(stream, change);
		if (changed == null) {
			throw new IllegalArgumentException(
					"There is no stream " + stream + ". See positions(listenerId) for those there are.");
		}
		trigger(stream);
		return changed;
	}

	/**
	 * Hears webhooks.
	 * @param event an event of the application
	 */
	@Override
	public void onApplicationEvent(PayloadApplicationEvent<?> event) {
		if (event.getPayload() instanceof NangoWebhook webhook) {
			received(webhook);
		}
	}

	@Override
	public void setApplicationEventPublisher(ApplicationEventPublisher publisher) {
		this.events = publisher;
	}

	@Override
	public synchronized void start() {
		if (this.session == null) {
			ListenerSession started = new ListenerSession(this.settings, this.listeners, this.executor, this.events);
			this.session = started;
			setOverdue();
			started.begin();
			keepAlive();
		}
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		ListenerSession ended;
		synchronized (this) {
			ended = this.session;
			this.session = null;
			if (ended != null) {
				this.ending.add(ended);
			}
			keepAlive();
		}
		if (ended == null) {
			callback.run();
			return;
		}
		ended.end(this.settings.shutdownTimeout, () -> {
			setOverdue();
			callback.run();
		});
	}

	/**
	 * Threads cannot be told apart, so none is overdue while one may have time left.
	 */
	private synchronized void setOverdue() {
		this.ending.removeIf(ListenerSession::isOver);
		if (this.ownThreads != null) {
			this.ownThreads.overdue(this.session == null && !this.ending.isEmpty()
					&& this.ending.stream().allMatch(ListenerSession::isOverdue));
		}
	}

	@Override
	public boolean isRunning() {
		return this.session != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	/**
	 * Stops, and ends for good. A listener that has not returned within the time for it
	 * is interrupted unless it runs on an executor that was given, and the lease it holds
	 * is renewed no longer.
	 */
	@Override
	public void destroy() {
		stop();
		if (this.ownThreads != null) {
			this.ownThreads.close();
		}
		List<ListenerSession> left;
		synchronized (this) {
			left = List.copyOf(this.ending);
		}
		left.forEach(ListenerSession::abandon);
	}

}
