package org.nangospring.client.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Gives back the connection of a streamed answer that nobody begins to read: because the
 * caller gave up in the very moment in which the answer came, or forgot about it, or the
 * client is closed before.
 */
final class UnclaimedBody {

	private final Flux<DataBuffer> body;

	private final UnusableAnswerException tooLate;

	/** Why the body can no longer be read; null as long as it can. */
	private final AtomicReference<@Nullable RuntimeException> refusal = new AtomicReference<>();

	private final Disposable.Composite watches = Disposables.composite();

	private UnclaimedBody(Flux<DataBuffer> body, Duration limit) {
		this.body = body;
		this.tooLate = new UnusableAnswerException(
				"the body of a streamed answer can be read once, and has to be begun within " + limit);
	}

	static Flux<DataBuffer> guard(Flux<DataBuffer> body, Duration limit, EngineTiming timing, Closing closing) {
		UnclaimedBody unclaimed = new UnclaimedBody(body, limit);
		unclaimed.watches.add(timing.schedule(limit, () -> unclaimed.discard(unclaimed.tooLate)));
		unclaimed.watches.add(closing.onClose(() -> unclaimed.discard(ClientClosedException.underWay())));
		return Flux.defer(unclaimed::claim);
	}

	private Flux<DataBuffer> claim() {
		if (!this.refusal.compareAndSet(null, this.tooLate)) {
			RuntimeException reason = this.refusal.get();
			return Flux.error((reason != null) ? reason : this.tooLate);
		}
		this.watches.dispose();
		return this.body;
	}

	/**
	 * Cancelling closes the connection; the pool makes a new one.
	 */
	private void discard(RuntimeException reason) {
		if (this.refusal.compareAndSet(null, reason)) {
			this.watches.dispose();
			this.body.subscribe(DataBufferUtils::release, (failure) -> {
			}).dispose();
		}
	}

}
