package org.nangospring.client.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoTransportException.Reason;
import org.nangospring.client.TestClients;
import org.nangospring.client.http.EngineTiming;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pool whose connections the server has closed, and one that is much too small.
 */
@ExtendWith(ThreadCheck.class)
class PoolTests {

	private static final Pattern ID = Pattern.compile("number-\\d+");

	private static final String OK = SmallServer.ok("{\"data\":[]}");

	private final Map<String, AtomicInteger> executions = new ConcurrentHashMap<>();

	@ParameterizedTest
	@EnumSource(Way.class)
	void readsSucceedAfterTheServerWasRestarted(Way way) throws Exception {
		try (SmallServer server = new SmallServer(this::execute); NangoClient nango = client(server, 8)) {
			for (int restart = 0; restart < 10; restart++) {
				fillPool(server, nango, way);
				restart(server, restart);
				for (CompletableFuture<Integer> call : Threads.startAll(8, (number) -> way.list(nango))) {
					assertThat(call.get(30, TimeUnit.SECONDS)).isZero();
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void actionsAfterTheServerWasRestartedAreNeverCarriedOutTwice(Way way) throws Exception {
		try (SmallServer server = new SmallServer(this::execute); NangoClient nango = client(server, 8)) {
			for (int restart = 0; restart < 10; restart++) {
				fillPool(server, nango, way);
				restart(server, restart);
				int round = restart;
				for (CompletableFuture<String> call : Threads.startAll(8,
						(number) -> act(nango, way, "number-" + (round * 8 + number)))) {
					call.get(30, TimeUnit.SECONDS);
				}
			}
			assertThat(this.executions.values()).allSatisfy((count) -> assertThat(count).hasValueLessThanOrEqualTo(1));
			assertThat(act(nango, way, "number-1000")).as("afterwards").isEqualTo("done");
			assertThat(this.executions.get("number-1000")).hasValue(1);
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aHundredCallersShareTwoConnections(Way way) throws Exception {
		AtomicInteger atOnce = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		try (SmallServer server = new SmallServer((request) -> {
			most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
			Thread.yield();
			atOnce.decrementAndGet();
			return OK;
		}); NangoClient nango = client(server, 2)) {
			for (CompletableFuture<Integer> call : Threads.startAll(100, (number) -> way.list(nango))) {
				assertThat(call.get(30, TimeUnit.SECONDS)).isZero();
			}
			assertThat(server.requests()).isEqualTo(100);
			assertThat(most).hasValueLessThanOrEqualTo(2);
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void ofAHundredCallersThoseThatMayNotWaitFailAtOnce(Way way) throws Exception {
		CountDownLatch failed = new CountDownLatch(88);
		try (SmallServer server = new SmallServer((request) -> {
			try {
				return failed.await(30, TimeUnit.SECONDS) ? OK : SmallServer.answer(400, "", "{}");
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
				NangoClient nango = TestClients.builder(server.url(), EngineTiming.SYSTEM)
					.pool((pool) -> pool.maxConnections(2).pendingAcquireMaxCount(10))
					.build()) {
			List<CompletableFuture<Reason>> calls = Threads.startAll(100, (number) -> {
				try {
					way.list(nango);
					return null;
				}
				catch (NangoTransportException ex) {
					failed.countDown();
					return ex.reason();
				}
			});
			List<Reason> reasons = new ArrayList<>();
			for (CompletableFuture<Reason> call : calls) {
				reasons.add(call.get(60, TimeUnit.SECONDS));
			}
			assertThat(reasons).filteredOn((reason) -> reason == Reason.POOL).hasSize(88);
			assertThat(reasons).filteredOn((reason) -> reason == null).hasSize(12);
			assertThat(server.requests()).isEqualTo(12);
		}
	}

	@Test
	void aSubscriberWhoGivesUpInTheQueueLeavesNoTrace() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		try (SmallServer server = new SmallServer((request) -> {
			arrived.countDown();
			try {
				answer.await(30, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return OK;
		}); NangoClient nango = client(server, 1)) {
			CompletableFuture<?> first = nango.reactive().integrations().list().toFuture();
			assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
			Disposable second = nango.reactive().integrations().list().subscribe();
			CompletableFuture<?> third = nango.reactive().integrations().list().toFuture();
			second.dispose();
			answer.countDown();
			assertThat(first.get(30, TimeUnit.SECONDS)).isNotNull();
			assertThat(third.get(30, TimeUnit.SECONDS)).isNotNull();
			assertThat(server.requests()).isEqualTo(2);
		}
	}

	private static String act(NangoClient nango, Way way, String id) {
		try {
			return String.valueOf(way.act(nango, Map.of("id", id)));
		}
		catch (NangoTransportException ex) {
			assertThat(ex.attempts()).isGreaterThanOrEqualTo(1);
			return "failed";
		}
	}

	private String execute(Message request) {
		Matcher id = ID.matcher(request.body());
		if (!id.find()) {
			return OK;
		}
		this.executions.computeIfAbsent(id.group(), (key) -> new AtomicInteger()).incrementAndGet();
		// some are carried out, and the server goes away before it says so
		return (id.group().endsWith("3")) ? null : SmallServer.ok("\"done\"");
	}

	/**
	 * Makes eight calls at once, so that there are eight connections.
	 */
	private void fillPool(SmallServer server, NangoClient nango, Way way) throws Exception {
		CountDownLatch together = new CountDownLatch(8);
		server.handler((request) -> {
			together.countDown();
			try {
				together.await(10, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return OK;
		});
		for (CompletableFuture<Integer> call : Threads.startAll(8, (number) -> way.list(nango))) {
			call.get(30, TimeUnit.SECONDS);
		}
		assertThat(together.getCount()).isZero();
	}

	/**
	 * The connections end with the server, or it leaves them half-closed.
	 */
	private void restart(SmallServer server, int round) throws IOException {
		server.handler(this::execute);
		if (round % 2 == 0) {
			server.restart();
		}
		else {
			server.halfClose();
		}
	}

	private static NangoClient client(SmallServer server, int connections) {
		return TestClients.builder(server.url(), EngineTiming.SYSTEM)
			.pool((pool) -> pool.maxConnections(connections))
			.retry((retry) -> retry.maxAttempts(20).initialBackoff(Duration.ofMillis(5)).budget(10_000))
			.build();
	}

}
