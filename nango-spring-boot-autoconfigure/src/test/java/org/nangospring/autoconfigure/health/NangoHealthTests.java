package org.nangospring.autoconfigure.health;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class NangoHealthTests {

	private static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

	private final VirtualTimeScheduler clock = VirtualTimeScheduler.create();

	private WireMockServer server;

	private NangoClient nango;

	private NangoHealthIndicator indicator;

	@BeforeEach
	void start() {
		this.server = TestClients.server();
		this.nango = NangoClient.builder().secretKey(TestClients.KEY).host(this.server.baseUrl()).build();
		this.indicator = new NangoHealthIndicator(this.nango, TIME_TO_LIVE, this.clock);
		ping(okJson("{\"result\":\"ok\"}"));
		key(okJson("{\"connections\":[]}"));
	}

	@AfterEach
	void stop() {
		this.nango.close();
		this.server.stop();
		this.clock.dispose();
	}

	@Test
	void aServerThatAnswersAndAcceptsTheKeyIsUp() {
		this.clock.advanceTimeTo(Instant.parse("2026-11-23T12:00:00Z"));
		key(okJson("{\"connections\":[]}").withHeader("X-RateLimit-Limit", "200")
			.withHeader("X-RateLimit-Remaining", "199")
			.withHeader("X-RateLimit-Reset", "1795435260"));
		Health health = health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("host", this.server.baseUrl())
			.containsEntry("reachable", true)
			.containsEntry("key", "valid")
			.containsEntry("pingMillis", 0L)
			.containsEntry("keyCheckMillis", 0L)
			.containsEntry("rateLimit",
					Map.of("limit", 200L, "remaining", 199L, "resetAt", Instant.ofEpochSecond(1795435260)))
			.containsEntry("checkedAt", Instant.parse("2026-11-23T12:00:00Z"))
			.doesNotContainKeys("error", "rateLimited", "keyScope");
		this.server.verify(1, getRequestedFor(urlPathEqualTo("/connections")).withHeader("Authorization",
				equalTo("Bearer " + TestClients.KEY)));
	}

	@Test
	void aRateLimitThatIsNotKnownIsLeftOut() {
		assertThat(health().getDetails()).doesNotContainKey("rateLimit");
	}

	@Test
	void aRefusedKeyIsDown() {
		key(error(401, "unknown_api_key"));
		Health health = health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reachable", true).containsEntry("key", "refused");
		assertThat(health.getDetails().get("error").toString()).contains("server.verifyKey")
			.doesNotContain(TestClients.KEY);
	}

	@Test
	void aKeyWithoutTheScopeToListConnectionsIsUp() {
		key(error(403, "insufficient_scope"));
		Health health = health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("key", "valid")
			.containsEntry("keyScope", "The key may not list connections. Calls within its scopes work.");
	}

	@Test
	void aRateLimitedKeyCheckIsUp() {
		key(error(429, "too_many_request"));
		Health health = health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("reachable", true)
			.containsEntry("rateLimited", true)
			.containsEntry("key", "unknown");
		this.server.verify(1, getRequestedFor(urlPathEqualTo("/connections")));
	}

	@Test
	void aRateLimitedPingIsUpAndTheKeyIsNotChecked() {
		ping(error(429, "too_many_request"));
		Health health = health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("reachable", true).containsEntry("rateLimited", true);
		this.server.verify(0, getRequestedFor(urlPathEqualTo("/connections")));
	}

	@Test
	void aServerThatIsNotThereIsDown() {
		this.server.stop();
		Health health = health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reachable", false).containsEntry("key", "unknown");
		assertThat(health.getDetails().get("error").toString()).contains("server.ping");
	}

	@Test
	void aServerThatFailsIsDownAndTheKeyIsNotChecked() {
		ping(aResponse().withStatus(503));
		Health health = health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reachable", true).containsEntry("key", "unknown");
		assertThat(health.getDetails().get("error").toString()).contains("503");
		this.server.verify(0, getRequestedFor(urlPathEqualTo("/connections")));
		this.server.verify(1, getRequestedFor(urlPathEqualTo("/health")));
	}

	@Test
	void aKeyCheckThatBreaksIsDown() {
		key(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		Health health = health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reachable", true)
			.containsEntry("key", "unknown")
			.containsKey("error");
	}

	@Test
	void aKeyCheckThatFailsIsDown() {
		key(aResponse().withStatus(500));
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void aServerThatIsNotNangoIsDown() {
		ping(aResponse().withHeader("Content-Type", "text/html").withBody("<html>"));
		Health health = health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reachable", true);
		assertThat(health.getDetails().get("error").toString()).contains("text/html");
	}

	@Test
	void aGatewayThatHidesTheHealthOfTheServerIsUp() {
		ping(aResponse().withStatus(404));
		Health health = health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("reachable", true).containsEntry("key", "valid");
	}

	@Test
	void aPingWithoutAnAnswerEndsAtTheLimit() {
		ping(okJson("{}").withFixedDelay(600_000));
		Health[] health = new Health[1];
		this.indicator.health().subscribe((value) -> health[0] = value);
		this.clock.advanceTimeBy(NangoHealthCheck.LIMIT.minusMillis(1));
		assertThat(health[0]).isNull();
		this.clock.advanceTimeBy(Duration.ofMillis(1));
		assertThat(health[0].getStatus()).isEqualTo(Status.DOWN);
		assertThat(health[0].getDetails()).containsEntry("reachable", false)
			.containsEntry("pingMillis", NangoHealthCheck.LIMIT.toMillis())
			.containsEntry("error", "there was no answer within the 5 seconds of a check");
	}

	@Test
	void theKeyCheckGetsTheTimeThatIsLeft() {
		NangoClient slow = slow(step(Duration.ofSeconds(3)), step(Duration.ofSeconds(3)));
		Health[] health = new Health[1];
		new NangoHealthCheck(slow, this.clock).run().subscribe((value) -> health[0] = value);
		this.clock.advanceTimeBy(Duration.ofMillis(4_999));
		assertThat(health[0]).isNull();
		this.clock.advanceTimeBy(Duration.ofMillis(1));
		assertThat(health[0].getStatus()).isEqualTo(Status.DOWN);
		assertThat(health[0].getDetails()).containsEntry("reachable", true)
			.containsEntry("pingMillis", 3_000L)
			.containsEntry("keyCheckMillis", 2_000L);
	}

	@Test
	void aResultIsUsedAgainUntilItsTimeIsOver() {
		Health first = health();
		this.clock.advanceTimeBy(TIME_TO_LIVE.minusMillis(1));
		assertThat(health()).isSameAs(first);
		verifyChecks(1);
		this.clock.advanceTimeBy(Duration.ofMillis(1));
		assertThat(health()).isNotSameAs(first);
		verifyChecks(2);
	}

	@Test
	void aBadResultIsUsedAgainToo() {
		key(aResponse().withStatus(500));
		health();
		health();
		verifyChecks(1);
	}

	@Test
	void withoutTimeToLiveEveryOneIsAnsweredAnew() {
		this.indicator = new NangoHealthIndicator(this.nango, Duration.ZERO, this.clock);
		health();
		health();
		verifyChecks(2);
	}

	@Test
	void thoseWhoAskAtTheSameTimeShareOneCheck() throws InterruptedException {
		key(okJson("{\"connections\":[]}").withFixedDelay(200));
		int callers = 16;
		CountDownLatch answered = new CountDownLatch(callers);
		for (int i = 0; i < callers; i++) {
			this.indicator.health().subscribe((health) -> answered.countDown());
		}
		assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
		verifyChecks(1);
	}

	@Test
	void oneWhoGivesUpDoesNotSpoilTheCheckOfTheOthers() {
		AtomicInteger pings = new AtomicInteger();
		NangoClient slow = slow(step(Duration.ofSeconds(1)).doOnSubscribe((subscription) -> pings.incrementAndGet()),
				Mono.empty());
		this.indicator = new NangoHealthIndicator(slow, TIME_TO_LIVE, this.clock);
		Health[] health = new Health[1];
		Disposable impatient = this.indicator.health().subscribe();
		this.indicator.health().subscribe((value) -> health[0] = value);
		impatient.dispose();
		this.clock.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(health[0].getStatus()).isEqualTo(Status.UP);
		assertThat(pings).hasValue(1);
	}

	@Test
	void aClientThatIsAMockIsDownInsteadOfBreakingTheEndpoint() {
		this.indicator = new NangoHealthIndicator(Mockito.mock(NangoClient.class), TIME_TO_LIVE, this.clock);
		Health health = health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("error", "java.lang.NullPointerException");
	}

	private static NangoClient slow(Mono<Void> ping, Mono<Void> key) {
		NangoClient slow = Mockito.mock(NangoClient.class, Mockito.RETURNS_DEEP_STUBS);
		Mockito.when(slow.host()).thenReturn(URI.create("https://nango.example.com"));
		Mockito.when(slow.rateLimit()).thenReturn(null);
		Mockito.when(slow.reactive().server().ping()).thenReturn(ping);
		Mockito.when(slow.reactive().server().verifyKey()).thenReturn(key);
		return slow;
	}

	private Mono<Void> step(Duration duration) {
		return Mono.delay(duration, this.clock).then();
	}

	private Health health() {
		return this.indicator.health().block(Duration.ofSeconds(30));
	}

	private void verifyChecks(int count) {
		this.server.verify(count, getRequestedFor(urlPathEqualTo("/health")));
		this.server.verify(count, getRequestedFor(urlPathEqualTo("/connections")));
	}

	private void ping(ResponseDefinitionBuilder answer) {
		this.server.stubFor(get(urlPathEqualTo("/health")).willReturn(answer));
	}

	private void key(ResponseDefinitionBuilder answer) {
		this.server.stubFor(get(urlPathEqualTo("/connections")).willReturn(answer));
	}

	private static ResponseDefinitionBuilder error(int status, String code) {
		return jsonResponse("{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}", status);
	}

}
