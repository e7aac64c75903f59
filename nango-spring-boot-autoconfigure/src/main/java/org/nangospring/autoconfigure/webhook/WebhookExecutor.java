package org.nangospring.autoconfigure.webhook;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that listeners run on: a limited number, with a limited number of webhooks
 * that wait for one. When the application ends, it finishes what it has taken, for as
 * long as {@code spring.lifecycle.timeout-per-shutdown-phase} allows.
 */
final class WebhookExecutor implements Executor, SmartLifecycle, DisposableBean {

	private static final Log logger = LogFactory.getLog(WebhookExecutor.class);

	/** After the web server has ended, while the beans that listeners use are there. */
	static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

	private final int concurrency;

	private final int queueCapacity;

	private volatile @Nullable Pool pool;

	WebhookExecutor(int concurrency, int queueCapacity) {
		this.concurrency = concurrency;
		this.queueCapacity = queueCapacity;
	}

	@Override
	public void execute(Runnable task) {
		Pool current = this.pool;
		if (current == null) {
			throw new RejectedExecutionException("The application has not started yet");
		}
		current.execute(task);
	}

	@Override
	public synchronized void start() {
		if (!isRunning()) {
			this.pool = new Pool(this.concurrency, (this.queueCapacity > 0)
					? new LinkedBlockingQueue<>(this.queueCapacity) : new SynchronousQueue<>());
		}
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public synchronized void stop(Runnable callback) {
		Pool current = this.pool;
		if (current == null || current.isShutdown()) {
			callback.run();
			return;
		}
		current.whenDone = callback;
		current.shutdown();
	}

	@Override
	public boolean isRunning() {
		Pool current = this.pool;
		return current != null && !current.isShutdown();
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	@Override
	public void destroy() {
		Pool current = this.pool;
		if (current == null || current.isTerminated()) {
			return;
		}
		int running = current.getActiveCount();
		int waiting = current.shutdownNow().size();
		if (running + waiting > 0) {
			logger.warn("The application ends while " + running + " webhooks are being handled and " + waiting
					+ " wait. Those that Nango was told were accepted are lost.");
		}
	}

	/**
	 * Says when its last thread has ended, instead of having a thread wait for that.
	 */
	private static final class Pool extends ThreadPoolExecutor {

		private volatile @Nullable Runnable whenDone;

		Pool(int size, BlockingQueue<Runnable> queue) {
			super(size, size, 30, TimeUnit.SECONDS, queue, new CustomizableThreadFactory("nango-webhook-"));
			allowCoreThreadTimeOut(true);
		}

		@Override
		protected void terminated() {
			Runnable callback = this.whenDone;
			if (callback != null) {
				callback.run();
			}
		}

	}

}
