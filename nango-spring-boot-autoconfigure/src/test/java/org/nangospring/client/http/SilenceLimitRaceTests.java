package org.nangospring.client.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Server, clock and reader at odds: each on a thread of its own, again and again.
 */
class SilenceLimitRaceTests {

	private static final int ROUNDS = 4_000;

	private final ExecutorService threads = Executors.newFixedThreadPool(3);

	private final NettyDataBufferFactory buffers = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void whoeverComesFirstThereIsOneEndAndNoBufferIsLost() throws Exception {
		Random random = new Random(20261123);
		int tooSlow = 0;
		for (int i = 0; i < ROUNDS; i++) {
			RacingTiming timing = new RacingTiming();
			Server server = new Server(random.nextInt(4), random.nextBoolean());
			Reader reader = new Reader();
			SilenceLimit.on(Flux.from(server), Duration.ofSeconds(1), timing, new Closing()).subscribe(reader);
			boolean cancels = random.nextInt(3) == 0;
			race(server::run, timing::passAll, cancels ? reader::cancel : () -> reader.request(1));
			assertThat(reader.mistakes).as("round %d", i).isEmpty();
			assertThat(reader.ends).as("ends in round %d", i).hasValueLessThanOrEqualTo(1);
			assertThat(server.sent).as("buffers of round %d", i)
				.allMatch((buffer) -> buffer.getNativeBuffer().refCnt() == 0);
			if (!cancels && server.completes) {
				assertThat(reader.ends).as("ends in round %d", i).hasValue(1);
			}
			tooSlow += reader.failures.get();
		}
		// else nothing raced
		assertThat(tooSlow).isBetween(1, ROUNDS - 1);
	}

	private void race(Runnable... tasks) throws Exception {
		CyclicBarrier start = new CyclicBarrier(tasks.length);
		List<Future<?>> running = new ArrayList<>();
		for (Runnable task : tasks) {
			running.add(this.threads.submit(() -> {
				start.await(30, TimeUnit.SECONDS);
				task.run();
				return null;
			}));
		}
		for (Future<?> task : running) {
			task.get(30, TimeUnit.SECONDS);
		}
	}

	private final class Server implements org.reactivestreams.Publisher<DataBuffer>, Subscription {

		private final int count;

		private final boolean completes;

		private final List<NettyDataBuffer> sent = new ArrayList<>();

		private volatile CoreSubscriber<? super DataBuffer> subscriber;

		private volatile boolean cancelled;

		Server(int count, boolean completes) {
			this.count = count;
			this.completes = completes;
		}

		@Override
		public void subscribe(org.reactivestreams.Subscriber<? super DataBuffer> reader) {
			this.subscriber = Operators.toCoreSubscriber(reader);
			this.subscriber.onSubscribe(this);
		}

		void run() {
			for (int i = 0; i < this.count && !this.cancelled; i++) {
				NettyDataBuffer buffer = SilenceLimitRaceTests.this.buffers.allocateBuffer(8);
				this.sent.add(buffer);
				this.subscriber.onNext(buffer);
			}
			if (this.completes) {
				this.subscriber.onComplete();
			}
		}

		@Override
		public void request(long count) {
			// all of it is sent anyway
		}

		@Override
		public void cancel() {
			this.cancelled = true;
		}

	}

	private static final class Reader implements CoreSubscriber<DataBuffer> {

		private final AtomicInteger ends = new AtomicInteger();

		private final AtomicInteger failures = new AtomicInteger();

		private final AtomicBoolean busy = new AtomicBoolean();

		private final Queue<String> mistakes = new ConcurrentLinkedQueue<>();

		private volatile Subscription subscription;

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscription = subscription;
			subscription.request(5);
		}

		void request(long count) {
			this.subscription.request(count);
		}

		void cancel() {
			this.subscription.cancel();
		}

		@Override
		public void onNext(DataBuffer buffer) {
			alone(() -> {
				if (this.ends.get() > 0) {
					this.mistakes.add("a buffer after the end");
				}
				DataBufferUtils.release(buffer);
				Thread.yield();
			});
		}

		@Override
		public void onError(Throwable failure) {
			this.failures.incrementAndGet();
			alone(this.ends::incrementAndGet);
		}

		@Override
		public void onComplete() {
			alone(this.ends::incrementAndGet);
		}

		private void alone(Runnable work) {
			if (!this.busy.compareAndSet(false, true)) {
				this.mistakes.add("two signals at once");
			}
			work.run();
			this.busy.set(false);
		}

	}

	/**
	 * Every limit passes at the worst moment, also those that were just taken back.
	 */
	private static final class RacingTiming implements EngineTiming {

		private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

		void passAll() {
			for (int i = 0; i < 20; i++) {
				Runnable task = this.tasks.poll();
				if (task != null) {
					task.run();
				}
				Thread.onSpinWait();
			}
		}

		@Override
		public Disposable schedule(Duration limit, Runnable task) {
			this.tasks.add(task);
			return () -> {
				// too late
			};
		}

		@Override
		public long nanoTime() {
			return 0;
		}

		@Override
		public Instant now() {
			return Instant.EPOCH;
		}

		@Override
		public void sleep(Duration duration, CountDownLatch end) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Mono<?> delay(Duration duration) {
			throw new UnsupportedOperationException();
		}

	}

}
