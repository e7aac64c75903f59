package org.nangospring.listener.jdbc.crash;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.nangospring.client.http.EngineTiming;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells how long the machine takes for what a process has to do to take a stream over,
 * beside what it has in hand: to wait for the next look, with the same timer, and to do
 * as many trivial statements as the turn does that a worker has to end first. What the
 * listeners are allowed is measured by that, so that it does not depend on the machine.
 */
final class Rounds {

	/** Comes before the milliseconds of each round. */
	static final String SAID = "@ROUND ";

	private static final int STATEMENTS = 100;

	private final Duration wait;

	private final JdbcClient jdbc;

	private final Consumer<String> say;

	private final ExecutorService thread = Executors.newSingleThreadExecutor();

	private Rounds(Duration wait, JdbcClient jdbc, Consumer<String> say) {
		this.wait = wait;
		this.jdbc = jdbc;
		this.say = say;
	}

	/**
	 * Begins, and goes on until the process ends.
	 */
	static void begin(Duration wait, JdbcClient jdbc, Consumer<String> say) {
		new Rounds(wait, jdbc, say).next();
	}

	private void next() {
		long begun = System.nanoTime();
		EngineTiming.SYSTEM.schedule(this.wait, () -> this.thread.execute(() -> end(begun)));
	}

	private void end(long begun) {
		for (int i = 0; i < STATEMENTS; i++) {
			this.jdbc.sql("SELECT COUNT(*) FROM TOTAL").query(Long.class).single();
		}
		this.say.accept(SAID.substring(1) + (System.nanoTime() - begun) / 1_000_000);
		next();
	}

}
