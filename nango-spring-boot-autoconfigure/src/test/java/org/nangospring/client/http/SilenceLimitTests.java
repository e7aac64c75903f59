package org.nangospring.client.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.test.publisher.TestPublisher;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import io.netty.buffer.UnpooledByteBufAllocator;

import static org.assertj.core.api.Assertions.assertThat;

class SilenceLimitTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Duration ALMOST = LIMIT.minusMillis(1);

	private final NettyDataBufferFactory buffers = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	private final ManualTiming timing = new ManualTiming();

	private final TestPublisher<DataBuffer> body = TestPublisher
		.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE, TestPublisher.Violation.REQUEST_OVERFLOW);

	private final Reader reader = new Reader();

	@Test
	void aReaderThatRestsIsNoError() {
		subscribe();
		this.timing.advance(LIMIT.multipliedBy(10));
		this.reader.request(1);
		this.body.next(buffer("a"));
		this.timing.advance(LIMIT.multipliedBy(10));
		this.reader.request(1);
		this.body.next(buffer("b"));
		this.body.complete();
		assertThat(this.reader.signals).containsExactly("a", "b", "end");
	}

	@Test
	void aServerThatIsSilentWhileTheReaderWaitsIsTooSlow() {
		subscribe();
		this.reader.request(2);
		this.body.next(buffer("a"));
		this.timing.advance(ALMOST);
		assertThat(this.reader.signals).containsExactly("a");
		this.timing.advance(Duration.ofMillis(1));
		assertThat(this.reader.signals).containsExactly("a", "ReadTimeoutException");
		this.body.assertCancelled();
	}

	@Test
	void timeBeginsAnewWithEachBuffer() {
		subscribe();
		this.reader.request(Long.MAX_VALUE);
		for (int i = 0; i < 5; i++) {
			this.timing.advance(ALMOST);
			this.body.next(buffer("" + i));
		}
		this.timing.advance(ALMOST);
		this.body.complete();
		assertThat(this.reader.signals).containsExactly("0", "1", "2", "3", "4", "end");
	}

	@Test
	void timeDoesNotCountWhileTheReaderWorksEvenIfItAskedForMore() {
		subscribe();
		this.reader.onBuffer = () -> {
			this.reader.request(1);
			this.timing.advance(LIMIT.multipliedBy(2));
		};
		this.reader.request(1);
		this.body.next(buffer("a"));
		assertThat(this.reader.signals).containsExactly("a");
		this.timing.advance(ALMOST);
		assertThat(this.reader.signals).containsExactly("a");
		this.timing.advance(Duration.ofMillis(1));
		assertThat(this.reader.signals).containsExactly("a", "ReadTimeoutException");
	}

	@Test
	void nothingComesAfterTheEnd() {
		subscribe();
		this.reader.request(Long.MAX_VALUE);
		this.body.complete();
		this.timing.advance(LIMIT);
		this.body.error(new IllegalStateException());
		assertThat(this.reader.signals).containsExactly("end");
	}

	@Test
	void buffersThatComeTooLateAreReleased() {
		subscribe();
		this.reader.request(Long.MAX_VALUE);
		this.timing.advance(LIMIT);
		NettyDataBuffer late = buffer("late");
		this.body.next(late);
		this.body.complete();
		assertThat(late.getNativeBuffer().refCnt()).isZero();
		assertThat(this.reader.signals).containsExactly("ReadTimeoutException");
	}

	@Test
	void aReaderThatCancelsHearsNoMore() {
		subscribe();
		this.reader.request(Long.MAX_VALUE);
		this.reader.cancel();
		this.timing.advance(LIMIT);
		NettyDataBuffer late = buffer("late");
		this.body.next(late);
		this.body.assertCancelled();
		assertThat(late.getNativeBuffer().refCnt()).isZero();
		assertThat(this.reader.signals).isEmpty();
	}

	@Test
	void aFailureOfTheBodyIsHandedOn() {
		subscribe();
		this.reader.request(1);
		this.body.error(new IllegalStateException());
		this.timing.advance(LIMIT);
		assertThat(this.reader.signals).containsExactly("IllegalStateException");
	}

	private void subscribe() {
		SilenceLimit.on(this.body.flux(), LIMIT, this.timing, new Closing()).subscribe(this.reader);
	}

	private NettyDataBuffer buffer(String text) {
		NettyDataBuffer buffer = this.buffers.allocateBuffer(8);
		buffer.write(text, StandardCharsets.UTF_8);
		return buffer;
	}

	private static final class Reader extends BaseSubscriber<DataBuffer> {

		private final List<String> signals = new ArrayList<>();

		private Runnable onBuffer = () -> {
		};

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			// a test says when to read
		}

		@Override
		protected void hookOnNext(DataBuffer buffer) {
			this.signals.add(buffer.toString(StandardCharsets.UTF_8));
			DataBufferUtils.release(buffer);
			this.onBuffer.run();
		}

		@Override
		protected void hookOnError(Throwable failure) {
			this.signals.add(failure.getClass().getSimpleName());
		}

		@Override
		protected void hookOnComplete() {
			this.signals.add("end");
		}

	}

}
