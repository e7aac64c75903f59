package org.nangospring.client.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

class RepetitionTests {

	@Test
	void aRunThatHangsDoesNotHoldUpTheNext() throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		CountDownLatch runs = new CountDownLatch(3);
		AtomicInteger number = new AtomicInteger();
		Disposable repetition = EngineTiming.SYSTEM.every(Duration.ofMillis(1), "repeats-", () -> {
			runs.countDown();
			if (number.incrementAndGet() == 1) {
				await(end);
			}
		});
		assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
		end.countDown();
		repetition.dispose();
	}

	@Test
	void aRunThatFailsIsNotTheLast() throws Exception {
		CountDownLatch runs = new CountDownLatch(3);
		Disposable repetition = EngineTiming.SYSTEM.every(Duration.ofMillis(1), "fails-", () -> {
			runs.countDown();
			Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
			});
			throw new IllegalStateException();
		});
		assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
		repetition.dispose();
	}

	@Test
	void itsThreadsAreDaemonsThatEndWithIt() throws Exception {
		List<Thread> threads = new CopyOnWriteArrayList<>();
		CountDownLatch ran = new CountDownLatch(1);
		Disposable repetition = EngineTiming.SYSTEM.every(Duration.ofMillis(1), "ends-", () -> {
			threads.add(Thread.currentThread());
			ran.countDown();
		});
		assertThat(ran.await(60, TimeUnit.SECONDS)).isTrue();
		repetition.dispose();
		assertThat(repetition.isDisposed()).isTrue();
		assertThat(threads).allSatisfy((thread) -> assertThat(thread.getName()).startsWith("ends-"))
			.allSatisfy((thread) -> assertThat(thread.isDaemon()).isTrue());
		for (Thread thread : threads) {
			thread.join(TimeUnit.SECONDS.toMillis(60));
			assertThat(thread.isAlive()).isFalse();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
