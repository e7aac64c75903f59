package org.nangospring.client.http;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Ends an attempt when the time of its call is up, or the client is closed. Reactor's
 * timeout does the same with a publisher for each reason, which costs a call several
 * percent of its time.
 *
 * @param <T> the type of the value
 */
final class CallLimit<T> extends MonoOperator<T, T> {

	private final Call call;

	private final EngineTiming timing;

	private final Closing closing;

	CallLimit(Mono<T> attempt, Call call, EngineTiming timing, Closing closing) {
		super(attempt);
		this.call = call;
		this.timing = timing;
		this.closing = closing;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.source.subscribe(new Limited(actual));
	}

	/**
	 * Whoever sets {@code ended} decides how it ends.
	 */
	private final class Limited implements CoreSubscriber<T>, Subscription {

		private final CoreSubscriber<? super T> actual;

		private final AtomicBoolean ended = new AtomicBoolean();

		private @Nullable Subscription upstream;

		private volatile @Nullable Disposable limit;

		private volatile @Nullable Disposable closed;

		Limited(CoreSubscriber<? super T> actual) {
			this.actual = actual;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			if (!Operators.validate(this.upstream, subscription)) {
				return;
			}
			this.upstream = subscription;
			this.actual.onSubscribe(this);
			this.limit = CallLimit.this.timing.limit(CallLimit.this.call.timeLeft(),
					() -> giveUp(new CallTimeoutException()));
			this.closed = CallLimit.this.closing.onClose(() -> giveUp(ClientClosedException.underWay()));
			if (this.ended.get()) {
				unwatch();
			}
		}

		/**
		 * Gives the attempt up.
		 */
		private void giveUp(Throwable reason) {
			if (end()) {
				upstream().cancel();
				this.actual.onError(reason);
			}
		}

		@Override
		public void onNext(T value) {
			if (end()) {
				this.actual.onNext(value);
				this.actual.onComplete();
			}
			else {
				Operators.onDiscard(value, currentContext());
			}
		}

		@Override
		public void onError(Throwable failure) {
			if (end()) {
				this.actual.onError(failure);
			}
			else {
				Operators.onErrorDropped(failure, currentContext());
			}
		}

		@Override
		public void onComplete() {
			if (end()) {
				this.actual.onComplete();
			}
		}

		@Override
		public void request(long count) {
			upstream().request(count);
		}

		@Override
		public void cancel() {
			if (end()) {
				upstream().cancel();
			}
		}

		private boolean end() {
			if (!this.ended.compareAndSet(false, true)) {
				return false;
			}
			unwatch();
			return true;
		}

		private void unwatch() {
			dispose(this.limit);
			dispose(this.closed);
		}

		private Subscription upstream() {
			return Objects.requireNonNull(this.upstream);
		}

		private static void dispose(@Nullable Disposable watch) {
			if (watch != null) {
				watch.dispose();
			}
		}

	}

}
