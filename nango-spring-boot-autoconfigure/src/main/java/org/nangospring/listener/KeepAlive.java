package org.nangospring.listener;

import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the application alive while listeners run: between two turns they have no thread,
 * and those of timers are daemons.
 */
final class KeepAlive {

	private @Nullable CountDownLatch end;

	/**
	 * Begins or ends.
	 * @param needed whether the application is to be kept alive from now on
	 */
	synchronized void set(boolean needed) {
		CountDownLatch current = this.end;
		if (needed && current == null) {
			CountDownLatch latch = new CountDownLatch(1);
			Thread thread = new Thread(() -> await(latch), "nango-listeners");
			thread.setDaemon(false);
			thread.start();
			this.end = latch;
		}
		else if (!needed && current != null) {
			current.countDown();
			this.end = null;
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			// somebody ends all threads
			Thread.currentThread().interrupt();
		}
	}

}
