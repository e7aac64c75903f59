package org.nangospring.listener;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * Runs tasks when the test says so, on its thread.
 */
public final class TaskQueue implements Executor {

	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

	@Override
	public void execute(Runnable task) {
		this.tasks.add(task);
	}

	/**
	 * Runs what is there, and what comes of it, until nothing is left.
	 */
	public void drain() {
		while (step()) {
			// one after the other
		}
	}

	/**
	 * Runs one task.
	 * @return whether there was one
	 */
	public boolean step() {
		Runnable task = this.tasks.poll();
		if (task != null) {
			task.run();
		}
		return task != null;
	}

	public int size() {
		return this.tasks.size();
	}

}
