package org.nangospring.listener;

import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.client.http.EngineTiming;
import reactor.core.Disposable;

/**
 * Says where a listener is that has not returned for long. It is left alone: nobody but
 * the application knows whether it hangs or has much to do.
 */
final class SlowListenerWarning {

	static final Duration LONG = Duration.ofMinutes(5);

	private static final Log logger = LogFactory.getLog(SlowListenerWarning.class);

	private SlowListenerWarning() {
	}

	/**
	 * Begins to watch the thread that calls this.
	 * @return disposed when the listener has returned
	 */
	static Disposable begin(EngineTiming timing, RecordStreamId stream) {
		Thread worker = Thread.currentThread();
		return timing.schedule(LONG, () -> logger.warn("The record listener has worked on a batch of " + stream
				+ " for " + LONG + " and not returned. It is at:" + StackText.of(worker)));
	}

}
