package org.nangospring.listener;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.nangospring.client.http.EngineTiming;

/**
 * Tells workers that the listeners are about to end.
 */
final class Stopping {

	private final CountDownLatch latch = new CountDownLatch(1);

	void begin() {
		this.latch.countDown();
	}

	boolean hasBegun() {
		return this.latch.getCount() == 0;
	}

	/**
	 * Waits on the calling thread.
	 * @throws InterruptedException if the thread is interrupted, or the listeners are to
	 * end
	 */
	void sleep(EngineTiming timing, Duration duration) throws InterruptedException {
		timing.sleep(duration, this.latch);
		if (hasBegun()) {
			throw new InterruptedException("the listeners are about to end");
		}
	}

}
