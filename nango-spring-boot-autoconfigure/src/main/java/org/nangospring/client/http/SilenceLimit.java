package org.nangospring.client.http;

import java.time.Duration;

import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Ends a streamed body when the server is silent for too long, or the client is closed.
 * Time counts only while the reader waits for something: a reader that takes a rest is
 * not the server's fault, which is what a limit on the connection could not tell.
 */
final class SilenceLimit {

	private SilenceLimit() {
	}

	static Flux<DataBuffer> on(Flux<DataBuffer> body, Duration limit, EngineTiming timing, Closing closing) {
		return body.transform(Operators
			.<DataBuffer, DataBuffer>lift((scannable, reader) -> new Limited(reader, limit, timing, closing)));
	}

	/**
	 * The lock guards the state only and is never held while somebody else's code runs:
	 * readers have locks of their own.
	 */
	private static final class Limited implements CoreSubscriber<DataBuffer>, Subscription {

		private final CoreSubscriber<? super DataBuffer> reader;

		private final Duration limit;

		private final EngineTiming timing;

		private final Closing closing;

		private @Nullable Subscription body;

		private @Nullable Disposable timer;

		private @Nullable Disposable untilClosed;

		/** Tells a timer that fires just when it is stopped that it comes too late. */
		private long round;

		private long demand;

		/** While the reader is at work, time does not count, whatever it asks for. */
		private boolean readerWorks = true;

		private boolean ended;

		/**
		 * The client was closed while the reader was at work, who must not be disturbed.
		 */
		private boolean closed;

		Limited(CoreSubscriber<? super DataBuffer> reader, Duration limit, EngineTiming timing, Closing closing) {
			this.reader = reader;
			this.limit = limit;
			this.timing = timing;
			this.closing = closing;
		}

		@Override
		public Context currentContext() {
			return this.reader.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.body = subscription;
			this.reader.onSubscribe(this);
			readerRests();
			watch(this.closing.onClose(this::clientClosed));
		}

		@Override
		public void request(long count) {
			synchronized (this) {
				this.demand = Operators.addCap(this.demand, Math.max(0, count));
				startTimer();
			}
			body().request(count);
		}

		@Override
		public void cancel() {
			end();
			body().cancel();
		}

		@Override
		public void onNext(DataBuffer buffer) {
			if (!readerBegins()) {
				DataBufferUtils.release(buffer);
				return;
			}
			this.reader.onNext(buffer);
			readerRests();
		}

		@Override
		public void onError(Throwable failure) {
			if (end()) {
				this.reader.onError(failure);
			}
		}

		@Override
		public void onComplete() {
			if (end()) {
				this.reader.onComplete();
			}
		}

		private void expire(long startedIn) {
			if (endIfStill(startedIn)) {
				fail(ReadTimeoutException.INSTANCE);
			}
		}

		private void clientClosed() {
			if (endUnlessReaderWorks()) {
				fail(ClientClosedException.underWay());
			}
		}

		private void fail(RuntimeException failure) {
			body().cancel();
			this.reader.onError(failure);
		}

		private synchronized void watch(Disposable closeable) {
			if (this.ended) {
				closeable.dispose();
			}
			else {
				this.untilClosed = closeable;
			}
		}

		private synchronized boolean endUnlessReaderWorks() {
			this.closed = true;
			return !this.readerWorks && end();
		}

		private synchronized boolean readerBegins() {
			if (this.ended) {
				return false;
			}
			stopTimer();
			this.readerWorks = true;
			if (this.demand != Long.MAX_VALUE) {
				this.demand--;
			}
			return true;
		}

		private void readerRests() {
			if (endIfClosed()) {
				fail(ClientClosedException.underWay());
			}
		}

		private synchronized boolean endIfClosed() {
			this.readerWorks = false;
			if (this.closed) {
				return end();
			}
			startTimer();
			return false;
		}

		private synchronized boolean endIfStill(long startedIn) {
			return startedIn == this.round && end();
		}

		private synchronized boolean end() {
			if (this.ended) {
				return false;
			}
			this.ended = true;
			stopTimer();
			if (this.untilClosed != null) {
				this.untilClosed.dispose();
				this.untilClosed = null;
			}
			return true;
		}

		private void startTimer() {
			if (!this.ended && !this.readerWorks && this.demand > 0 && this.timer == null) {
				long current = this.round;
				this.timer = this.timing.schedule(this.limit, () -> expire(current));
			}
		}

		private void stopTimer() {
			this.round++;
			if (this.timer != null) {
				this.timer.dispose();
				this.timer = null;
			}
		}

		private Subscription body() {
			if (this.body == null) {
				throw new IllegalStateException("not subscribed yet");
			}
			return this.body;
		}

	}

}
