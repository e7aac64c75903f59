package org.nangospring.client.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.TestClients;
import org.nangospring.client.fault.FaultProxy.Fault;
import org.nangospring.client.http.EngineTiming;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many callers make all kinds of calls through a network that breaks at random. A run
 * takes some seconds; {@code -Dnango.fault.seconds} makes it longer and
 * {@code -Dnango.fault.seed} repeats the faults of another.
 */
class RandomFaultTests {

	static final Duration RESPONSE_TIMEOUT = Duration.ofMillis(250);

	/** Short enough to end some calls before their attempts are used up. */
	private static final Duration CALL_TIMEOUT = Duration.ofMillis(700);

	/**
	 * What a busy machine may take to notice, besides the time in which it did nothing.
	 */
	private static final Duration GRACE = Duration.ofSeconds(5);

	private static final int CONNECTIONS = 8;

	private static final int CALLERS = 16;

	private static final Pattern ID = Pattern.compile("number-(\\d+)");

	private static final String RATE_LIMIT = "{\"error\":{\"code\":\"too_many_request\",\"method\":\"POST\","
			+ "\"path\":\"/x\",\"status\":429,\"message\":\"x\"}}";

	private final long seed = Long.getLong("nango.fault.seed", System.nanoTime());

	private final long seconds = Long.getLong("nango.fault.seconds", 5);

	private final Map<Integer, AtomicInteger> executions = new ConcurrentHashMap<>();

	private final AtomicInteger ids = new AtomicInteger();

	private final AtomicLong longest = new AtomicLong();

	private final Standstill standstill = new Standstill();

	private final AtomicInteger results = new AtomicInteger();

	private final AtomicInteger unsafeResults = new AtomicInteger();

	private final AtomicInteger unsafeErrors = new AtomicInteger();

	private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();

	private final Random serverRandom = new Random(this.seed);

	private final Random faultRandom = new Random(this.seed + 1);

	@Test
	void whateverBreaksNothingIsDoneTwiceAndEveryCallEnds() throws Exception {
		Set<Thread> before = Threads.alive();
		try (SmallServer server = new SmallServer(this::execute);
				FaultProxy proxy = new FaultProxy(server.port(), this::nextFault);
				Standstill watched = this.standstill.watch();
				NangoClient nango = client(proxy.url())) {
			// the first call of a program loads classes and makes the pool
			for (Way way : Way.values()) {
				assertThat(unhurried(nango, way)).isNotNull();
			}
			proxy.startFaults();
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(this.seconds);
			List<CompletableFuture<Void>> callers = Threads.startAll(CALLERS, (caller) -> {
				Random random = new Random(this.seed + 2 + caller);
				while (System.nanoTime() < end) {
					call(nango, Way.values()[caller % 2], random.nextInt(5));
				}
				return null;
			});
			for (CompletableFuture<Void> caller : callers) {
				caller.get(this.seconds + 30, TimeUnit.SECONDS);
			}
			assertThat(proxy.broken()).as("faults").isPositive();
			assertThat(this.results).as("results").hasPositiveValue();
			assertThat(this.unsafeResults).as("unsafe calls with a result").hasPositiveValue();
			assertThat(this.unsafeErrors).as("unsafe calls with an error").hasPositiveValue();
			assertThat(this.errors).as("errors").isNotEmpty();
			proxy.stopFaults();
			assertThatThePoolIsWhole(server, nango);
			System.out.println("Random faults, " + this + ": " + this.ids + " calls, " + this.results + " results, "
					+ proxy.broken() + " faults, " + this.executions.size() + " calls carried out, longest call "
					+ TimeUnit.NANOSECONDS.toMillis(this.longest.get()) + " ms, longest standstill "
					+ watched.longest().toMillis() + " ms, errors " + this.errors);
		}
		catch (Throwable ex) {
			throw new AssertionError("Repeat with -Dnango.fault.seed=" + this.seed, ex);
		}
		assertThat(Threads.leftBehind(before)).as("threads").isEmpty();
	}

	@Override
	public String toString() {
		return "seed " + this.seed;
	}

	private void call(NangoClient nango, Way way, int kind) {
		int id = this.ids.incrementAndGet();
		String name = "number-" + id;
		boolean safe = kind >= 3;
		Standstill.Mark start = this.standstill.mark();
		String failed = null;
		try {
			Object result = switch (kind) {
				case 0 -> way.act(nango, Map.of("id", name));
				case 1 -> way.call(nango, (it) -> {
					it.connection("github", "c").syncs().trigger(name);
					return name;
				}, (it) -> it.connection("github", "c").syncs().trigger(name).thenReturn(name));
				case 2 -> way.call(nango,
						(it) -> it.connection("github", "c").proxy().post("/x").body(name).retrieve(String.class),
						(it) -> it.connection("github", "c").proxy().post("/x").body(name).retrieve(String.class));
				case 3 -> way.call(nango,
						(it) -> it.connection("github", "c").proxy().get("/x/" + name).retrieve(String.class),
						(it) -> it.connection("github", "c").proxy().get("/x/" + name).retrieve(String.class));
				default -> way.call(nango, (it) -> {
					it.connection("github", "c").setMetadata(Map.of("id", name));
					return name;
				}, (it) -> it.connection("github", "c").setMetadata(Map.of("id", name)).thenReturn(name));
			};
			assertThat(String.valueOf(result)).as("own answer").contains(name);
		}
		catch (NangoException ex) {
			failed = ex.getClass().getSimpleName();
			this.errors.computeIfAbsent(failed, (key) -> new AtomicInteger()).incrementAndGet();
		}
		this.longest.accumulateAndGet(start.elapsed().toNanos(), Math::max);
		assertThat(start.elapsed()).as("time of a call").isLessThan(CALL_TIMEOUT.plus(GRACE).plus(start.standstill()));
		int executed = this.executions.getOrDefault(id, new AtomicInteger()).get();
		if (failed == null) {
			this.results.incrementAndGet();
			assertThat(executed).as("executions of a call that succeeded").isPositive();
		}
		if (!safe) {
			((failed == null) ? this.unsafeResults : this.unsafeErrors).incrementAndGet();
			assertThat(executed).as("executions of an unsafe call").isLessThanOrEqualTo(1);
		}
	}

	/**
	 * The server: all that it does not refuse as Nango does is carried out, also when it
	 * is answered with an error then.
	 */
	private String execute(Message request) {
		int dice = next(this.serverRandom, 100);
		if (dice < 3) {
			return SmallServer.answer(429, "Retry-After: 0\r\n", RATE_LIMIT);
		}
		Matcher id = ID.matcher(request.text());
		if (!id.find()) {
			return SmallServer.ok("{\"data\":[]}");
		}
		this.executions.computeIfAbsent(Integer.parseInt(id.group(1)), (key) -> new AtomicInteger()).incrementAndGet();
		return (dice < 8) ? SmallServer.answer(503, "", "{}")
				: SmallServer.ok("{\"success\":true,\"echo\":\"" + id.group() + "\"}");
	}

	private Fault nextFault() {
		return (next(this.faultRandom, 100) < 60) ? Fault.NONE
				: Fault.values()[next(this.faultRandom, Fault.values().length)];
	}

	private static synchronized int next(Random random, int bound) {
		return random.nextInt(bound);
	}

	/**
	 * As many calls as there may be connections, all under way at the same time: if one
	 * were lost, one of them would wait for it in vain.
	 */
	private static void assertThatThePoolIsWhole(SmallServer server, NangoClient nango) throws Exception {
		CountDownLatch together = new CountDownLatch(CONNECTIONS);
		server.handler((request) -> {
			together.countDown();
			try {
				return together.await(20, TimeUnit.SECONDS) ? SmallServer.ok("{\"data\":[]}")
						: SmallServer.answer(400, "", "{}");
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		for (CompletableFuture<String> call : Threads.startAll(CONNECTIONS,
				(number) -> unhurried(nango, Way.values()[number % 2]))) {
			assertThat(call.get(60, TimeUnit.SECONDS)).contains("data");
		}
	}

	/**
	 * A call that has a minute, so that it is made once.
	 */
	private static String unhurried(NangoClient nango, Way way) {
		Duration minute = Duration.ofMinutes(1);
		return way.call(nango,
				(it) -> it.connection("github", "c").proxy().get("/x").timeout(minute).retrieve(String.class),
				(it) -> it.connection("github", "c").proxy().get("/x").timeout(minute).retrieve(String.class));
	}

	private static NangoClient client(String url) throws IOException {
		return TestClients.builder(url, EngineTiming.SYSTEM)
			.responseTimeout(RESPONSE_TIMEOUT)
			.callTimeout(CALL_TIMEOUT)
			.pool((pool) -> pool.maxConnections(CONNECTIONS))
			.retry((retry) -> retry.initialBackoff(Duration.ofMillis(2)).budget(100_000))
			.build();
	}

}
