package org.nangospring.client.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Gives back the connection of a streamed answer that nobody begins to read: because the
 * caller gave up in the very moment in which the answer came, or forgot about it.
 */
final class UnclaimedBody {

	private UnclaimedBody() {
	}

	static Flux<DataBuffer> guard(Flux<DataBuffer> body, Duration limit, EngineTiming timing) {
		AtomicBoolean claimed = new AtomicBoolean();
		Disposable timer = timing.schedule(limit, () -> {
			if (claimed.compareAndSet(false, true)) {
				discard(body);
			}
		});
		return Flux.defer(() -> {
			if (!claimed.compareAndSet(false, true)) {
				return Flux.error(new UnusableAnswerException(
						"the body of a streamed answer can be read once, and has to be begun within " + limit));
			}
			timer.dispose();
			return body;
		});
	}

	/**
	 * Cancelling closes the connection; the pool makes a new one.
	 */
	private static void discard(Flux<DataBuffer> body) {
		body.subscribe(DataBufferUtils::release, (failure) -> {
		}).dispose();
	}

}
