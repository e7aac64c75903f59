package org.nangospring.listener;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.client.http.EngineTiming;
import org.nangospring.webhook.NangoWebhook;
import reactor.core.Disposable;
import reactor.core.Disposables;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Everything that is at work between a start and the next stop.
 */
final class ListenerSession {

	private static final Log logger = LogFactory.getLog(ListenerSession.class);

	private final ListenerRegistry listeners;

	private final StreamRegistry streams;

	private final StreamDispatcher dispatcher;

	private final Refreshing refreshing;

	private final StreamStore store;

	private final HeldLeases leases = new HeldLeases();

	private final TakeOver takeOver;

	private final WebhookHints hints;

	private final Stopping stopping = new Stopping();

	private final EngineTiming timing;

	private volatile Disposable renewal = Disposables.disposed();

	private boolean over;

	private boolean overdue;

	private boolean abandoned;

	ListenerSession(RecordListenerContainerBuilder settings, ListenerRegistry listeners, Executor executor,
			ApplicationEventPublisher events) {
		this.listeners = listeners;
		this.timing = settings.timing;
		this.store = settings.store;
		ListenerObserver observer = new SafeObserver(settings.observers);
		DeliveryContext context = new DeliveryContext(new RecordSource(settings.nango), settings.store,
				settings.deadLetters, observer, events, this.timing, this.stopping);
		RateLimitGate gate = new RateLimitGate(settings.nango, settings.rateLimitReserve, this.timing);
		StreamTurn turn = new StreamTurn(context, gate, this.leases, settings.pagesPerTurn);
		this.streams = new StreamRegistry(context);
		this.dispatcher = new StreamDispatcher(turn,
				new NextTurn(this.timing, settings.store.takeOverAfter(), this::unknownConnection), executor,
				this.timing, settings.concurrency);
		Membership membership = new Membership(new ConnectionDirectory(settings.nango), listeners, this.streams,
				new Departures(this.streams, settings.store), this.dispatcher, gate);
		this.refreshing = new Refreshing(membership, gate, observer, executor, this.timing,
				settings.connectionInterval);
		this.takeOver = new TakeOver(settings.store, listeners, this.streams, this.dispatcher, executor, this.timing);
		this.hints = new WebhookHints(listeners, this.streams, this.dispatcher, this.refreshing, this.timing);
	}

	void begin() {
		Duration lease = this.store.takeOverAfter();
		if (lease != null) {
			// on a thread of its own: whatever else takes its time must not cost leases
			this.renewal = this.timing.every(lease.dividedBy(3), "nango-leases-", this.leases::renew);
		}
		this.takeOver.schedule();
		this.listeners.all().stream().filter((listener) -> listener.options().autoStartup()).forEach(this::begin);
	}

	void begin(ListenerRuntime listener) {
		if (listener.running(true)) {
			this.refreshing.refresh(listener.definition().integrationId());
		}
	}

	void pause(ListenerRuntime listener) {
		if (listener.running(false)) {
			this.streams.release(listener).forEach(this.dispatcher::forget);
		}
	}

	private void unknownConnection(ManagedStream stream) {
		this.refreshing.lookUp(stream.listener(), stream.id().connectionId(), false);
	}

	void received(NangoWebhook webhook) {
		this.hints.received(webhook);
	}

	List<RecordStream> streams() {
		return List.copyOf(this.streams.streams());
	}

	/**
	 * Has a stream read now.
	 * @return whether this instance looks after it
	 */
	boolean trigger(RecordStreamId id) {
		ManagedStream stream = this.streams.find(id);
		if (stream != null) {
			this.dispatcher.request(stream, true);
		}
		return stream != null;
	}

	/**
	 * Begins no more turns and waits for those under way, without a thread. Leases are
	 * released where a turn has ended. One that goes on keeps its own, and has it renewed
	 * for as long: otherwise another instance would begin with the same changes while
	 * this listener is still at work on them.
	 * @param timeout how long at most
	 * @param callback run once, when it is over or the time is up
	 */
	void end(Duration timeout, Runnable callback) {
		AtomicBoolean answered = new AtomicBoolean();
		Runnable once = () -> {
			if (answered.compareAndSet(false, true)) {
				callback.run();
			}
		};
		this.listeners.all().forEach(this::pause);
		this.refreshing.close();
		this.takeOver.close();
		Disposable limit = this.timing.schedule(timeout, () -> {
			logger.warn(this.dispatcher.tasks() + " record listeners have not returned within " + timeout
					+ ". What they are working on comes again after the next start. They are at:"
					+ this.leases.whereTheyAre());
			overdue();
			once.run();
		});
		this.dispatcher.close(() -> {
			limit.dispose();
			over();
			once.run();
		});
		// after nothing new can begin: whoever is woken up must not begin anew
		this.stopping.begin();
	}

	/**
	 * Whether nothing of it is under way any more after its end.
	 */
	synchronized boolean isOver() {
		return this.over;
	}

	/**
	 * Whether something is under way although the time to end is up.
	 */
	synchronized boolean isOverdue() {
		return this.overdue && !this.over;
	}

	/**
	 * The store may be gone from now on, so once the time to end is up, no more leases
	 * are renewed.
	 */
	synchronized void abandon() {
		this.abandoned = true;
		endRenewal();
	}

	private synchronized void over() {
		this.over = true;
		this.renewal.dispose();
	}

	private synchronized void overdue() {
		this.overdue = true;
		endRenewal();
	}

	private void endRenewal() {
		if (this.abandoned && this.overdue) {
			this.renewal.dispose();
		}
	}

}
