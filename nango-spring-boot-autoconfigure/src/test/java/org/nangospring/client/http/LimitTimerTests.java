package org.nangospring.client.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

class LimitTimerTests {

	private final LimitTimer timer = new LimitTimer(Duration.ZERO);

	@Test
	void aTaskThatFailsKeepsNoOtherLimitFromPassing() throws InterruptedException {
		this.timer.after(Duration.ofMillis(1), () -> {
			throw new IllegalStateException("of the application");
		});
		this.timer.after(Duration.ofMillis(1), () -> {
			throw new StackOverflowError();
		});
		assertThat(passed(Duration.ofMillis(1)).await(30, TimeUnit.SECONDS)).isTrue();
		// nor one that begins later
		assertThat(passed(Duration.ofMillis(1)).await(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void aLimitThatNoLongerCountsDoesNotPass() throws InterruptedException {
		CountDownLatch passed = new CountDownLatch(1);
		Disposable limit = this.timer.after(Duration.ofMillis(1), passed::countDown);
		limit.dispose();
		assertThat(passed(Duration.ofMillis(1)).await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(passed.getCount()).isOne();
	}

	private CountDownLatch passed(Duration limit) {
		CountDownLatch latch = new CountDownLatch(1);
		this.timer.after(limit, latch::countDown);
		return latch;
	}

}
