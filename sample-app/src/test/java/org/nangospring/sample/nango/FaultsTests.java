package org.nangospring.sample.nango;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoTransportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FaultsTests {

	private static final String[] LABELLED = { Faults.LABEL, "mine" };

	private final Caller caller = new Caller();

	private final Faults faults = this.caller.nango().faults();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void nothingGoesWrongUnlessItIsPlanned() {
		assertThat(this.faults.planned()).isEmpty();
		assertThat(this.caller.get("/connections").status()).isEqualTo(200);
	}

	@Test
	void nextCallsMeetTheFaultAndThenAllIsWell() {
		this.faults.add(FaultPlan.next(2, Fault.unavailable()));
		assertThat(this.caller.get("/connections").status()).isEqualTo(503);
		assertThat(this.faults.planned()).containsExactly(FaultPlan.next(1, Fault.unavailable()));
		assertThat(this.caller.get("/integrations").status()).isEqualTo(503);
		assertThat(this.caller.get("/connections").status()).isEqualTo(200);
		assertThat(this.faults.planned()).isEmpty();
	}

	@Test
	void plansAreUsedInTheirOrder() {
		this.faults.add(FaultPlan.next(1, Fault.unavailable()));
		this.faults.add(FaultPlan.next(1, Fault.rateLimited(Duration.ZERO)));
		assertThat(this.caller.get("/connections").status()).isEqualTo(503);
		assertThat(this.caller.get("/connections").status()).isEqualTo(429);
		assertThat(this.caller.get("/connections").status()).isEqualTo(200);
	}

	@Test
	void unavailableLooksAsIfNangoItselfWereNotThere() {
		this.faults.add(FaultPlan.always(Fault.unavailable()));
		Caller.Reply reply = this.caller.get("/connections");
		assertThat(reply.header("Content-Type")).isEqualTo("text/html");
		assertThat(reply.body()).contains("<h1>503 Service Temporarily Unavailable</h1>");
		assertThat(reply.headers().map()).doesNotContainKeys("x-ratelimit-limit", "retry-after");
	}

	@Test
	void rateLimitIsToldAsNangoTellsIt() {
		this.faults.add(FaultPlan.next(1, Fault.rateLimited(Duration.ofMillis(7_900))));
		Caller.Reply reply = this.caller.get("/connections?limit=1");
		assertThat(reply.status()).isEqualTo(429);
		assertThat(reply.body())
			.isEqualTo("{\"error\":{\"code\":\"too_many_request\",\"method\":\"GET\",\"path\":\"/connections\"}}");
		assertThat(reply.header("Retry-After")).isEqualTo("7");
		assertThat(reply.header("X-RateLimit-Limit")).isEqualTo("1000");
		assertThat(reply.header("X-RateLimit-Remaining")).isEqualTo("0");
		assertThat(reply.header("X-RateLimit-Reset"))
			.isEqualTo(Long.toString(this.caller.clock().instant().getEpochSecond() + 7));
		assertThat(this.caller.get("/connections").header("X-RateLimit-Remaining")).isEqualTo("999");
	}

	@Test
	void slowAnswerIsHeldUpUntilTheFaultsAreCleared() throws Exception {
		this.faults.add(FaultPlan.next(1, Fault.slow(Duration.ofDays(1))).labelled("mine"));
		CompletableFuture<Caller.Reply> slow = CompletableFuture
			.supplyAsync(() -> this.caller.get("/connections", LABELLED));
		Awaitility.await().until(() -> this.faults.tally("mine").carriedOut() == 1);
		assertThat(this.caller.get("/connections").status()).as("others go on").isEqualTo(200);
		assertThat(slow).isNotDone();
		this.faults.clear();
		assertThat(slow.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
	}

	@Test
	void brokenConnectionHasNoAnswerButTheCallIsCarriedOut() {
		this.faults.add(FaultPlan.next(1, Fault.broken()));
		try (NangoClient client = client()) {
			assertThatExceptionOfType(NangoTransportException.class).isThrownBy(
					() -> client.connection("github", "acme-github").updateMetadata(Map.of("repository", "acme/moved")))
				.extracting(NangoTransportException::reason)
				.isEqualTo(NangoTransportException.Reason.RESET);
			assertThat(client.connection("github", "acme-github").metadata()).containsEntry("repository", "acme/moved");
		}
	}

	@Test
	void refusedCallIsNotCarriedOut() {
		this.faults.add(FaultPlan.next(1, Fault.unavailable()));
		assertThat(this.caller.delete("/connections/acme-github?provider_config_key=github", LABELLED).status())
			.isEqualTo(503);
		assertThat(this.caller.get("/connections/acme-github?provider_config_key=github", LABELLED).status())
			.isEqualTo(200);
		assertThat(this.faults.tally("mine")).isEqualTo(new Faults.Tally(2, 1));
	}

	@Test
	void labelKeepsTheCallsOfOthersOut() {
		this.faults.add(FaultPlan.always(Fault.unavailable()).labelled("mine"));
		assertThat(this.caller.get("/connections").status()).isEqualTo(200);
		assertThat(this.caller.get("/connections", Faults.LABEL, "yours").status()).isEqualTo(200);
		assertThat(this.caller.get("/connections", LABELLED).status()).isEqualTo(503);
		this.faults.clear("mine");
		assertThat(this.caller.get("/connections", LABELLED).status()).isEqualTo(200);
		assertThat(this.faults.tally("nobody")).isEqualTo(new Faults.Tally(0, 0));
	}

	@Test
	void outageLastsUntilItIsCleared() {
		this.faults.add(FaultPlan.always(Fault.unavailable()));
		assertThat(this.faults.planned()).allMatch(FaultPlan::isEndless);
		for (int i = 0; i < 5; i++) {
			assertThat(this.caller.get("/connections").status()).isEqualTo(503);
		}
		assertThat(this.caller.send(this.caller.anonymous("/health")).status()).isEqualTo(503);
		this.faults.clear();
		assertThat(this.caller.get("/connections").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/connect-ui?session_token=none", "/connect/session" })
	void pagesOnWhichUsersConnectMeetNoFaults(String path) {
		this.faults.add(FaultPlan.always(Fault.unavailable()));
		assertThat(this.caller.send(this.caller.anonymous(path)).status()).isNotEqualTo(503);
		assertThat(this.faults.planned()).hasSize(1);
	}

	@Test
	void planForNoCallsAndNegativeTimesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> FaultPlan.next(0, Fault.broken()));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.slow(Duration.ofSeconds(-1)));
	}

	@Test
	void talliesOfOldLabelsAreForgotten() {
		for (int i = 0; i <= 50; i++) {
			this.caller.get("/connections", Faults.LABEL, "label-" + i);
		}
		assertThat(this.faults.tally("label-0").received()).isZero();
		assertThat(this.faults.tally("label-50").received()).isOne();
	}

	private NangoClient client() {
		return NangoClient.builder()
			.host(this.caller.nango().host().toString())
			.secretKey(this.caller.nango().secretKey())
			.retry((retry) -> retry.maxAttempts(1))
			.build();
	}

}
