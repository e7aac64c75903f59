package org.nangospring.listener;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.listener.ListenerFixture.User;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many streams on real threads.
 */
class ManyStreamsTests {

	private static final int STREAMS = 50;

	private static final int RECORDS = 2_000;

	private static final int CONCURRENCY = 3;

	private static final List<String> IN_ORDER = IntStream.range(0, RECORDS).mapToObj((i) -> "r" + i).toList();

	private final Map<String, List<String>> delivered = new ConcurrentHashMap<>();

	private final Map<String, AtomicInteger> workers = new ConcurrentHashMap<>();

	private final AtomicInteger working = new AtomicInteger();

	private final AtomicInteger mostWorking = new AtomicInteger();

	private final AtomicInteger mostInOneStream = new AtomicInteger();

	private final CountDownLatch caughtUp = new CountDownLatch(STREAMS * RECORDS);

	private void deliver(RecordBatch<User> batch) {
		String connection = batch.stream().connectionId();
		AtomicInteger inStream = this.workers.computeIfAbsent(connection, (id) -> new AtomicInteger());
		this.mostInOneStream.accumulateAndGet(inStream.incrementAndGet(), Math::max);
		this.mostWorking.accumulateAndGet(this.working.incrementAndGet(), Math::max);
		List<String> ids = this.delivered.computeIfAbsent(connection, (id) -> new CopyOnWriteArrayList<>());
		ids.addAll(batch.records().stream().map((record) -> record.id()).toList());
		this.working.decrementAndGet();
		inStream.decrementAndGet();
		batch.forEach((record) -> this.caughtUp.countDown());
	}

	@Test
	void allRecordsOfManyStreamsAreDeliveredInOrderByAFewWorkers() throws Exception {
		try (RecordsServer server = new RecordsServer();
				NangoClient nango = TestClients.builder(server.url(), new ManualTiming()).build()) {
			for (int stream = 0; stream < STREAMS; stream++) {
				server.connect("slack", "conn-" + stream).fill("slack/conn-" + stream + "/User", 0, RECORDS);
			}
			InMemoryStreamStore store = new InMemoryStreamStore();
			RecordListenerContainer container = RecordListenerContainer.builder(nango)
				.store(store)
				.concurrency(CONCURRENCY)
				.pagesPerTurn(1)
				.build();
			container.register(ListenerFixture.definition().id("users").batches(this::deliver));
			container.start();
			try {
				assertThat(this.caughtUp.await(120, TimeUnit.SECONDS)).isTrue();
			}
			finally {
				container.destroy();
			}
			assertThat(this.delivered).hasSize(STREAMS)
				.allSatisfy((connection, ids) -> assertThat(ids).containsExactlyElementsOf(IN_ORDER));
			assertThat(store.list("users")).hasSize(STREAMS)
				.allSatisfy((position) -> assertThat(position.records()).isEqualTo(RECORDS));
			assertThat(this.mostInOneStream).hasValue(1);
			assertThat(this.mostWorking.get()).isBetween(1, CONCURRENCY);
		}
	}

}
