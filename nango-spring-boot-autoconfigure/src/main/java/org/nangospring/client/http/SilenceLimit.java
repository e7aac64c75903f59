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
 * Ends a streamed body when the server is silent for too long. Time counts only while the
 * reader waits for something: a reader that takes a rest is not the server's fault, which
 * is what a limit on the connection could not tell.
 */
final class SilenceLimit {

	private SilenceLimit() {
	}

	static Flux<DataBuffer> on(Flux<DataBuffer> body, Duration limit, EngineTiming timing) {
		return body.transform(
				Operators.<DataBuffer, DataBuffer>lift((scannable, reader) -> new Limited(reader, limit, timing)));
	}

	/**
	 * The lock guards the state only and is never held while somebody else's code runs:
	 * readers have locks of their own.
	 */
	private static final class Limited implements CoreSubscriber<DataBuffer>, Subscription {

		private final CoreSubscriber<? super DataBuffer> reader;

		private final Duration limit;

		private final EngineTiming timing;

		private @Nullable Subscription body;

		private @Nullable Disposable timer;

		/** Tells a timer that fires just when it is stopped that it comes too late. */
		private long round;

		private long demand;

		/** While the reader is at work, time does not count, whatever it asks for. */
		private boolean readerWorks = true;

		private boolean ended;

		Limited(CoreSubscriber<? super DataBuffer> reader, Duration limit, EngineTiming timing) {
			this.reader = reader;
			this.limit = limit;
			this.timing = timing;
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
				body().cancel();
				this.reader.onError(ReadTimeoutException.INSTANCE);
			}
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

		private synchronized void readerRests() {
			this.readerWorks = false;
			startTimer();
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
