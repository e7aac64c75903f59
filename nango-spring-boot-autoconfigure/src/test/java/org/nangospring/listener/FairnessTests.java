package org.nangospring.listener;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.nangospring.listener.ListenerFixture.User;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

class FairnessTests {

	@Test
	void aHugeStreamMakesRoomForOthersAndGoesOnAfterThem() throws IOException {
		try (ListenerFixture fixture = new ListenerFixture()) {
			fixture.server.connect("slack", "acme").fill(SLACK, 0, 5_000);
			fixture.server.connect("slack", "globex").fill("slack/globex/User", 0, 1);
			fixture.container((builder) -> builder.concurrency(1).pagesPerTurn(2)).register(fixture.users());
			fixture.start();
			assertThat(fixture.delivered.indexOf("globex:r0")).isEqualTo(2_000);
			assertThat(fixture.delivered).hasSize(5_001).doesNotHaveDuplicates();
		}
	}

	@Test
	void aStreamKeepsItsWorkerWhileNobodyElseWaits() throws IOException {
		try (ListenerFixture fixture = new ListenerFixture()) {
			fixture.server.connect("slack", "acme").fill(SLACK, 0, 5_000);
			fixture.container((builder) -> builder.concurrency(1).pagesPerTurn(1)).register(fixture.users());
			fixture.start();
			assertThat(fixture.server.reads()).hasSize(5);
		}
	}

	@Test
	void aSlowListenerMakesRoomAfterHalfAMinute() throws IOException {
		try (ListenerFixture fixture = new ListenerFixture()) {
			fixture.server.connect("slack", "acme").fill(SLACK, 0, 10);
			fixture.server.connect("slack", "globex").fill("slack/globex/User", 0, 1);
			fixture.container((builder) -> builder.concurrency(1))
				.register(ListenerFixture.definition()
					.options((options) -> options.batchSize(1))
					.records((stream, record) -> {
						fixture.timing.advance(Duration.ofSeconds(10));
						fixture.remember(stream, record.id());
					}));
			fixture.start();
			assertThat(fixture.delivered.indexOf("globex:r0")).isEqualTo(3);
		}
	}

	@Test
	void noMoreStreamsAreWorkedOnAtATimeThanItIsSaid() throws Exception {
		assertThat(mostAtATime(3, null)).isEqualTo(3);
	}

	@Test
	void aListenerCanHaveALimitOfItsOwn() throws Exception {
		assertThat(mostAtATime(4, 2)).isEqualTo(2);
	}

	/**
	 * With eight streams, whose listeners wait until as many as possible are at work.
	 */
	private static int mostAtATime(int concurrency, Integer own) throws Exception {
		ExecutorService threads = Executors.newCachedThreadPool();
		try (ListenerFixture fixture = new ListenerFixture()) {
			int expected = (own != null) ? own : concurrency;
			AtomicInteger now = new AtomicInteger();
			AtomicInteger most = new AtomicInteger();
			CountDownLatch full = new CountDownLatch(expected);
			CountDownLatch done = new CountDownLatch(8);
			for (int i = 0; i < 8; i++) {
				fixture.server.connect("slack", "c" + i).fill("slack/c" + i + "/User", 0, 1);
			}
			fixture.container((builder) -> builder.concurrency(concurrency).executor(threads))
				.register(ListenerFixture.definition()
					.options((options) -> (own != null) ? options.concurrency(own) : options)
					.batches((batch) -> {
						most.accumulateAndGet(now.incrementAndGet(), Math::max);
						full.countDown();
						assertThat(full.await(60, TimeUnit.SECONDS)).isTrue();
						now.decrementAndGet();
						done.countDown();
					}));
			fixture.listeners.start();
			assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
			return most.get();
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void aStreamIsWorkedOnByOneWorkerAtATimeHoweverOftenItIsAskedFor() throws Exception {
		ExecutorService threads = Executors.newCachedThreadPool();
		try (ListenerFixture fixture = new ListenerFixture()) {
			AtomicInteger now = new AtomicInteger();
			List<String> records = new ArrayList<>();
			AtomicInteger tooMany = new AtomicInteger();
			CountDownLatch done = new CountDownLatch(2_000);
			fixture.server.connect("slack", "acme");
			RecordListener<User> listener = (batch) -> {
				if (now.incrementAndGet() > 1) {
					tooMany.incrementAndGet();
				}
				batch.forEach((record) -> {
					records.add(record.id());
					done.countDown();
				});
				now.decrementAndGet();
			};
			RecordListenerContainer one = fixture.container((builder) -> builder.executor(threads));
			RecordListenerContainer two = fixture.container((builder) -> builder.executor(threads));
			for (RecordListenerContainer container : List.of(one, two)) {
				container.register(
						ListenerFixture.definition().options((options) -> options.batchSize(10)).batches(listener));
				container.start();
			}
			for (int i = 0; i < 2_000; i++) {
				fixture.server.put(SLACK, "r" + i, ",\"number\":1");
				one.trigger(fixture.stream("acme"));
				two.trigger(fixture.stream("acme"));
			}
			for (int i = 0; i < 6_000 && !done.await(10, TimeUnit.MILLISECONDS); i++) {
				// who found it busy comes back when a second has passed
				fixture.timing.advance(Duration.ofSeconds(1));
			}
			assertThat(done.getCount()).isZero();
			assertThat(tooMany).hasValue(0);
			assertThat(records).hasSize(2_000).doesNotHaveDuplicates();
		}
		finally {
			threads.shutdown();
		}
	}

}
