package org.nangospring.listener;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.client.http.Arguments;

/**
 * Keeps a limited number of dead letters in memory. It forgets them when the application
 * ends; the first one warns of that. When it is full it refuses, so that the stream stops
 * instead of losing a record.
 */
public final class InMemoryDeadLetters implements DeadLetters {

	private static final Log logger = LogFactory.getLog(InMemoryDeadLetters.class);

	private final int capacity;

	private final Deque<DeadLetter> letters = new ArrayDeque<>();

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Creates an empty store for 1000 letters.
	 */
	public InMemoryDeadLetters() {
		this(1_000);
	}

	/**
	 * Creates an empty store.
	 * @param capacity how many letters it holds, at least 1
	 */
	public InMemoryDeadLetters(int capacity) {
		this.capacity = Arguments.range(capacity, 1, Integer.MAX_VALUE, "capacity");
	}

	@Override
	public synchronized void park(DeadLetter letter) {
		if (this.letters.size() >= this.capacity) {
			throw new IllegalStateException("There is no room for more than " + this.capacity
					+ " dead letters in memory. Take some out, or declare a DeadLetters that stores them elsewhere.");
		}
		if (this.warned.compareAndSet(false, true)) {
			logger.warn("A record that could not be delivered is parked in memory only and will be lost when the"
					+ " application ends. Declare a DeadLetters that lasts.");
		}
		this.letters.add(letter);
	}

	/**
	 * Looks at what is there.
	 * @return the letters, oldest first
	 */
	public synchronized List<DeadLetter> letters() {
		return List.copyOf(this.letters);
	}

	/**
	 * Takes everything out.
	 * @return the letters, oldest first
	 */
	public synchronized List<DeadLetter> drain() {
		List<DeadLetter> drained = List.copyOf(this.letters);
		this.letters.clear();
		return drained;
	}

}
