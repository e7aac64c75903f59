package org.nangospring.sample;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls meet faults of the Nango inside the application.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "nango.secret-key=", "nango.retry.initial-backoff=1ms", "nango.health.cache-time-to-live=0",
				"nango.listeners.auto-startup=false", "sample.resilience.response-timeout=200ms" })
class ResilienceTests {

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@AfterEach
	void reset() {
		this.browser.postJson("/api/resilience/reset", "");
	}

	@Test
	void readIsRepeatedUntilItSucceeds() {
		JsonNode run = run("{'fault':'UNAVAILABLE','call':'READ','times':2}");
		assertThat(run.path("attempts").valueStream().map((it) -> it.path("result").asString()))
			.containsExactly("503 Service Unavailable", "503 Service Unavailable", "200 OK");
		assertThat(run.path("attempts").valueStream().map((it) -> it.path("number").asInt())).containsExactly(1, 2, 3);
		assertThat(run.path("attempts").valueStream().map((it) -> it.path("repeatedAfter").isNull()))
			.containsExactly(false, false, true);
		assertThat(run.path("result").asString()).startsWith("The call succeeded with 3 attempts");
		assertThat(run.path("failure").isNull()).isTrue();
		assertThat(run.path("received").asInt()).isEqualTo(3);
		assertThat(run.path("carriedOut").asInt()).isEqualTo(1);
		assertThat(run.path("lesson").asString()).contains("A read changes nothing, so it is repeated");
	}

	@Test
	void metersTellWhatHasHappened() {
		JsonNode run = run("{'fault':'UNAVAILABLE','call':'READ','times':2}");
		assertThat(change(run, "Calls")).isEqualTo("+1");
		assertThat(change(run, "Attempts")).isEqualTo("+3");
		assertThat(change(run, "Repeats")).isEqualTo("+2");
		assertThat(change(run, "Repeats: server_error")).isEqualTo("+2");
		assertThat(change(run, "Failed calls")).isEmpty();
		assertThat(row(run, "Retry budget left").path("now").asString()).matches("\\d+\\.\\d");
		assertThat(row(run, "Rate limit left").path("now").asString()).matches("\\d+");
		assertThat(Integer.parseInt(row(run, "Open connections").path("now").asString())).isPositive();
		assertThat(this.browser.get("/actuator/metrics/nango.client.retries?tag=client:resilience").body())
			.contains("server_error");
	}

	@Test
	void attemptsRunOutAndTheErrorIsCounted() {
		JsonNode run = run("{'fault':'UNAVAILABLE','call':'READ','always':true}");
		assertThat(run.path("attempts").size()).isEqualTo(4);
		assertThat(run.at("/failure/type").asString()).isEqualTo("NangoServerException");
		assertThat(run.path("result").asString()).startsWith("The call failed after 4 attempts");
		assertThat(change(run, "Failed calls")).isEqualTo("+1");
		assertThat(change(run, "Failed calls: 503")).isEqualTo("+1");
	}

	@Test
	void retryAfterIsTheLeastThatIsWaited() {
		JsonNode run = run("{'fault':'RATE_LIMITED','call':'READ','times':1,'seconds':1}");
		JsonNode first = run.at("/attempts/0");
		assertThat(first.path("status").asInt()).isEqualTo(429);
		assertThat(first.path("retryAfter").asLong()).isEqualTo(1000);
		assertThat(first.path("repeatedAfter").asLong()).isGreaterThanOrEqualTo(1000);
		assertThat(run.at("/attempts/1/result").asString()).isEqualTo("200 OK");
		assertThat(change(run, "Repeats: rate_limit")).isEqualTo("+1");
	}

	@Test
	void retryAfterThatIsTooLongFailsAtOnceAndSaysHowLong() {
		JsonNode run = run("{'fault':'RATE_LIMITED','call':'READ','times':1,'seconds':30}");
		assertThat(run.path("attempts").size()).isEqualTo(1);
		assertThat(run.at("/attempts/0/retryAfter").asLong()).isEqualTo(30_000);
		assertThat(run.at("/failure/type").asString()).isEqualTo("NangoRateLimitException");
		assertThat(change(run, "Failed calls: too_many_request")).isEqualTo("+1");
		assertThat(row(run, "Rate limit left").path("now").asString()).isEqualTo("0");
	}

	@Test
	void writeThatNangoItselfRefusedIsRepeated() {
		JsonNode run = run("{'fault':'RATE_LIMITED','call':'WRITE','times':2,'seconds':0}");
		assertThat(run.path("attempts").size()).isEqualTo(3);
		assertThat(run.path("carriedOut").asInt()).isEqualTo(1);
		assertThat(run.path("failure").isNull()).isTrue();
		assertThat(run.at("/attempts/0/operation").asString()).isEqualTo("actions.trigger");
	}

	@Test
	void writeIsNotRepeatedOnADoubt() {
		JsonNode run = run("{'fault':'UNAVAILABLE','call':'WRITE','times':1}");
		assertThat(run.path("attempts").size()).isEqualTo(1);
		assertThat(run.at("/failure/type").asString()).isEqualTo("NangoServerException");
		assertThat(run.at("/failure/advice").asString()).isNotBlank();
		assertThat(run.path("carriedOut").asInt()).isZero();
		assertThat(run.path("result").asString()).contains("after 1 attempt", "did not carry it out",
				"look whether it was done");
	}

	@Test
	void writeWhoseAnswerIsLostIsCarriedOutOnce() {
		JsonNode run = run("{'fault':'BROKEN','call':'WRITE','always':true}");
		assertThat(run.path("attempts").size()).isEqualTo(1);
		assertThat(run.at("/attempts/0/result").asString()).isEqualTo("Connection broken");
		assertThat(run.at("/failure/type").asString()).isEqualTo("NangoTransportException");
		assertThat(run.path("carriedOut").asInt()).isEqualTo(1);
		assertThat(run.path("result").asString()).contains("Nango carried it out all the same");
	}

	@Test
	void readGoesOverAnotherConnectionWhenOneBreaks() {
		JsonNode run = run("{'fault':'BROKEN','call':'READ','times':1}");
		assertThat(run.path("attempts").valueStream().map((it) -> it.path("result").asString()))
			.containsExactly("Connection broken", "200 OK");
		assertThat(change(run, "Repeats: reset")).isEqualTo("+1");
	}

	@Test
	void slowAnswerIsGivenUpAndAskedForAgain() {
		JsonNode run = run("{'fault':'SLOW','call':'READ','times':1,'seconds':30}");
		assertThat(run.path("attempts").valueStream().map((it) -> it.path("result").asString()))
			.containsExactly("No answer in time", "200 OK");
		assertThat(run.path("lesson").asString()).contains("not answered within 200 ms");
		assertThat(change(run, "Repeats: timeout")).isEqualTo("+1");
	}

	@Test
	void nothingGoesWrongWhereNothingIsPlanned() {
		JsonNode run = run("{'fault':'NONE','call':'READ'}");
		assertThat(run.path("attempts").size()).isEqualTo(1);
		assertThat(run.at("/attempts/0/result").asString()).isEqualTo("200 OK");
	}

	@Test
	void faultsThatAreLeftEndWithTheRun() {
		JsonNode run = run("{'fault':'UNAVAILABLE','call':'READ','times':100}");
		assertThat(run.path("attempts").size()).isEqualTo(4);
		assertThat(this.browser.get("/api/resilience").json().path("faults").isEmpty()).isTrue();
		assertThat(run("{'fault':'NONE'}").path("failed").asInt()).isZero();
	}

	@Test
	@DirtiesContext
	void burstUsesUpTheBudgetAndNoMore() {
		JsonNode run = run("{'fault':'UNAVAILABLE','call':'BURST','always':true,'calls':40,'threads':8}");
		// other tests may have used some of it up
		int budget = (int) Double.parseDouble(row(run, "Retry budget left").path("before").asString());
		assertThat(run.path("failed").asInt()).isEqualTo(40);
		assertThat(run.path("attempts").size()).isEqualTo(40 + budget);
		assertThat(run.path("received").asInt()).isEqualTo(40 + budget);
		assertThat(run.path("attempts").valueStream().mapToInt((it) -> it.path("call").asInt()).max()).hasValue(40);
		assertThat(run.path("result").asString()).startsWith("0 of 40 calls succeeded");
		assertThat(run.path("lesson").asString()).contains("All calls share a budget");
		assertThat(run.path("budgetUsedUp").asBoolean()).isTrue();
		assertThat(change(run, "Calls")).isEqualTo("+40");
	}

	@Test
	void burstInWhichAFewAttemptsFailSucceeds() {
		JsonNode run = run("{'fault':'UNAVAILABLE','call':'BURST','times':3,'calls':6,'threads':3}");
		assertThat(run.path("succeeded").asInt()).isEqualTo(6);
		assertThat(run.path("attempts").size()).isEqualTo(9);
	}

	@Test
	void outageIsMetByAllCallsUntilItIsEnded() {
		JsonNode outage = this.browser.postJson("/api/resilience/outage", "{'fault':'UNAVAILABLE'}").json();
		assertThat(outage.at("/faults/0/everywhere").asBoolean()).isTrue();
		assertThat(outage.at("/faults/0/left").isNull()).isTrue();
		assertThat(this.browser.get("/api/integrations").status()).isEqualTo(502);
		assertThat(this.browser.get("/actuator/health").text("/components/nango/status")).isEqualTo("DOWN");
		assertThat(this.browser.postJson("/api/resilience/reset", "").json().path("faults").isEmpty()).isTrue();
		assertThat(this.browser.get("/api/integrations").status()).isEqualTo(200);
		assertThat(this.browser.get("/actuator/health").text("/components/nango/status")).isEqualTo("UP");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{'times':0} | The number of attempts must be from 1 to 100, but it is 0.
			{'seconds':31} | The number of seconds must be from 0 to 30, but it is 31.
			{'call':'BURST','calls':51} | The number of calls must be from 1 to 50, but it is 51.
			{'call':'BURST','threads':17} | The number of threads must be from 1 to 16, but it is 17.
			""", quoteCharacter = '"')
	void inputThatIsOutOfRangeIsRefused(String input, String message) {
		Browser.Reply reply = this.browser.postJson("/api/resilience/runs", input);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/detail")).isEqualTo(message);
	}

	private JsonNode run(String input) {
		Browser.Reply started = this.browser.postJson("/api/resilience/runs", input);
		assertThat(started.status()).as(started.body()).isEqualTo(202);
		assertThat(started.text("/id")).startsWith("run-");
		Awaitility.await().until(() -> !state().at("/run/underWay").asBoolean(true));
		JsonNode run = state().path("run");
		assertThat(run.path("id").asString()).isEqualTo(started.text("/id"));
		return run;
	}

	private JsonNode state() {
		return this.browser.get("/api/resilience").json();
	}

	private static String change(JsonNode run, String counter) {
		return row(run, counter).path("change").asString();
	}

	private static JsonNode row(JsonNode run, String counter) {
		return run.path("counters")
			.valueStream()
			.filter((row) -> row.path("name").asString().equals(counter))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No " + counter + " in " + run.path("counters")));
	}

}
