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

	private static final class Limited implements CoreSubscriber<DataBuffer>, Subscription {

		private final CoreSubscriber<? super DataBuffer> reader;

		private final Duration limit;

		private final EngineTiming timing;

		private @Nullable Subscription body;

		private @Nullable Disposable timer;

		private long demand;

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
		}

		@Override
		public void request(long count) {
			synchronized (this) {
				this.demand = Operators.addCap(this.demand, count);
				startTimer();
			}
			body().request(count);
		}

		@Override
		public void cancel() {
			synchronized (this) {
				this.ended = true;
				stopTimer();
			}
			body().cancel();
		}

		@Override
		public synchronized void onNext(DataBuffer buffer) {
			if (this.ended) {
				DataBufferUtils.release(buffer);
				return;
			}
			stopTimer();
			if (this.demand != Long.MAX_VALUE) {
				this.demand--;
			}
			this.reader.onNext(buffer);
			startTimer();
		}

		@Override
		public synchronized void onError(Throwable failure) {
			if (end()) {
				this.reader.onError(failure);
			}
		}

		@Override
		public synchronized void onComplete() {
			if (end()) {
				this.reader.onComplete();
			}
		}

		private synchronized void expire() {
			if (end()) {
				body().cancel();
				this.reader.onError(ReadTimeoutException.INSTANCE);
			}
		}

		private boolean end() {
			if (this.ended) {
				return false;
			}
			this.ended = true;
			stopTimer();
			return true;
		}

		private void startTimer() {
			if (!this.ended && this.demand > 0 && this.timer == null) {
				this.timer = this.timing.schedule(this.limit, this::expire);
			}
		}

		private void stopTimer() {
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
