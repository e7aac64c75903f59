package org.nangospring.listener;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads of a container that was given no executor. They are daemons: a listener
 * that never returns must not keep the application from ending. Who wants it to finish
 * has the time that a stop waits.
 */
final class WorkerThreads implements Executor {

	private static final long SPARE_SECONDS = 30;

	private final ThreadPoolExecutor executor;

	private boolean closed;

	private boolean overdue;

	WorkerThreads(ThreadFactory factory) {
		this.executor = new ThreadPoolExecutor(0, Integer.MAX_VALUE, SPARE_SECONDS, TimeUnit.SECONDS,
				new SynchronousQueue<>(), factory);
	}

	static ThreadFactory daemons() {
		CustomizableThreadFactory factory = new CustomizableThreadFactory("nango-listener-");
		factory.setDaemon(true);
		return factory;
	}

	@Override
	public void execute(Runnable task) {
		this.executor.execute(task);
	}

	/**
	 * Sets whether a stop has waited for its time, so that what is still under way has no
	 * more of it.
	 */
	synchronized void overdue(boolean newOverdue) {
		this.overdue = newOverdue;
		interrupt();
	}

	/**
	 * Begins nothing more. What is under way may finish unless it is overdue: then it is
	 * interrupted, since what it uses is about to be destroyed.
	 */
	synchronized void close() {
		this.closed = true;
		this.executor.shutdown();
		interrupt();
	}

	private void interrupt() {
		if (this.closed && this.overdue) {
			this.executor.shutdownNow();
		}
	}

}
