package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.EngineTiming;
import reactor.core.Disposable;

/**
 * Gives streams to workers: a limited number at the same time, each stream to one at a
 * time, in the order in which they came. A stream whose turn is used up goes to the end
 * of the queue.
 */
final class StreamDispatcher {

	private static final Log logger = LogFactory.getLog(StreamDispatcher.class);

	private final StreamTurn turn;

	private final NextTurn nextTurn;

	private final Executor executor;

	private final EngineTiming timing;

	private final int concurrency;

	private final Deque<ManagedStream> waiting = new ArrayDeque<>();

	private final Map<String, Integer> workersByListener = new HashMap<>();

	private int workers;

	/** Those of the workers and of what they have to tell after their turn. */
	private int tasks;

	private boolean closed;

	private @Nullable Runnable whenIdle;

	StreamDispatcher(StreamTurn turn, NextTurn nextTurn, Executor executor, EngineTiming timing, int concurrency) {
		this.turn = turn;
		this.nextTurn = nextTurn;
		this.executor = executor;
		this.timing = timing;
		this.concurrency = concurrency;
	}

	/**
	 * Has a stream read as soon as a worker is free.
	 * @param stream the stream
	 * @param hinted whether there is a reason to believe that it has changed, so that it
	 * is read even if that was done recently, and once more if that is being done
	 */
	void request(ManagedStream stream, boolean hinted) {
		request(stream, hinted, false);
	}

	/**
	 * Has a stream read of which a change was announced.
	 * @param stream the stream
	 * @param at when the change was made at the latest
	 */
	void announced(ManagedStream stream, Instant at) {
		synchronized (this) {
			stream.hinted = true;
			if (stream.announced == null) {
				stream.announced = at;
			}
			if (stream.behindSince() == null) {
				stream.behindSince(at);
			}
		}
		request(stream, true);
	}

	/**
	 * Has a stream that somebody else left before its end read by the next worker that is
	 * free. It has waited already, for the lease of somebody who is gone to run out, and
	 * comes before others that wait, also if it waits among them for another attempt.
	 * @param stream the stream
	 */
	void takeOver(ManagedStream stream) {
		synchronized (this) {
			// one whose own turn was used up keeps its place
			if (stream.busy > 0 && this.waiting.remove(stream)) {
				this.waiting.addFirst(stream);
			}
		}
		// whoever left it may have known of changes, though it was at its end before
		request(stream, true, true);
	}

	private void request(ManagedStream stream, boolean hinted, boolean first) {
		synchronized (this) {
			if (this.closed || !stream.mayGoOn()) {
				return;
			}
			stream.hinted |= hinted;
			if (stream.activity() == StreamActivity.WORKING || stream.activity() == StreamActivity.WAITING) {
				return;
			}
			enqueue(stream, first);
		}
		dispatch();
	}

	/**
	 * Takes a stream that is no longer looked after out of the queue.
	 */
	void forget(ManagedStream stream) {
		synchronized (this) {
			cancelTimer(stream);
			if (this.waiting.remove(stream)) {
				stream.activity(StreamActivity.IDLE);
			}
		}
	}

	/**
	 * Begins no more turns.
	 * @param callback run when the last turn has ended and the application was told of
	 * it, at once if there is none
	 */
	void close(Runnable callback) {
		synchronized (this) {
			this.closed = true;
			this.waiting.clear();
			if (this.tasks > 0) {
				this.whenIdle = callback;
				return;
			}
		}
		callback.run();
	}

	/**
	 * How many turns are not over, with what the application is told after them.
	 */
	synchronized int tasks() {
		return this.tasks;
	}

	private synchronized boolean othersWait() {
		return !this.waiting.isEmpty();
	}

	private void enqueue(ManagedStream stream, boolean first) {
		cancelTimer(stream);
		stream.activity(StreamActivity.WAITING);
		if (first) {
			this.waiting.addFirst(stream);
		}
		else {
			this.waiting.addLast(stream);
		}
	}

	private void dispatch() {
		List<ManagedStream> taken = take();
		while (!taken.isEmpty()) {
			taken.forEach(this::execute);
			taken = take();
		}
	}

	private void execute(ManagedStream stream) {
		try {
			this.executor.execute(() -> work(stream));
		}
		catch (Throwable ex) {
			logger.warn("There is no thread to work on " + stream.id() + "; it is tried again later", ex);
			settle(stream, TurnResult.retry(ex));
			end();
		}
	}

	private synchronized List<ManagedStream> take() {
		List<ManagedStream> taken = new ArrayList<>();
		Iterator<ManagedStream> queue = this.waiting.iterator();
		while (this.workers < this.concurrency && queue.hasNext()) {
			ManagedStream stream = queue.next();
			Integer limit = stream.listener().options().concurrency();
			int busy = this.workersByListener.getOrDefault(stream.listener().id(), 0);
			if (limit == null || busy < limit) {
				queue.remove();
				this.workers++;
				this.tasks++;
				this.workersByListener.put(stream.listener().id(), busy + 1);
				stream.activity(StreamActivity.WORKING);
				taken.add(stream);
			}
		}
		return taken;
	}

	private void work(ManagedStream stream) {
		TurnResult result = TurnResult.ENDED;
		try {
			result = this.turn.run(stream, takeHint(stream), this::othersWait);
		}
		catch (Throwable ex) {
			result = TurnResult.retry(ex);
		}
		finally {
			settle(stream, result);
			dispatch();
			// no other stream waits for this worker any more
			this.turn.announce(result);
			end();
		}
	}

	private synchronized boolean takeHint(ManagedStream stream) {
		boolean hinted = stream.hinted;
		stream.hinted = false;
		stream.announced = null;
		return hinted;
	}

	private void settle(ManagedStream stream, TurnResult result) {
		NextTurn.Plan plan = this.nextTurn.after(stream, result);
		synchronized (this) {
			this.workers--;
			this.workersByListener.merge(stream.listener().id(), -1, Integer::sum);
			if (result.isAtEnd()) {
				stream.behindSince(stream.announced);
			}
			stream.activity(plan.activity());
			if (!this.closed && stream.mayGoOn()) {
				schedule(stream, plan);
			}
		}
	}

	private void end() {
		Runnable idle;
		synchronized (this) {
			this.tasks--;
			idle = (this.closed && this.tasks == 0) ? this.whenIdle : null;
		}
		if (idle != null) {
			idle.run();
		}
	}

	/**
	 * A hint that came during the turn may be about a change that the turn did not see,
	 * or about a stream that was stopped in it and has been resumed since.
	 */
	private void schedule(ManagedStream stream, NextTurn.Plan plan) {
		stream.hinted |= plan.keepsHint();
		boolean again = stream.hinted
				&& (plan.activity() == StreamActivity.IDLE || plan.activity() == StreamActivity.STOPPED);
		Duration delay = plan.delay();
		if (again || delay.isZero()) {
			enqueue(stream, false);
			return;
		}
		stream.timer = this.timing.schedule(delay, () -> request(stream, false));
	}

	private static void cancelTimer(ManagedStream stream) {
		Disposable timer = stream.timer;
		if (timer != null) {
			timer.dispose();
			stream.timer = null;
		}
	}

}
