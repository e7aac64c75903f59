package org.nangospring.client.fault;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An outage is not answered with a storm: whatever the number of callers, all their calls
 * together are repeated no more often than the budget has it, and then tried once each.
 */
@ExtendWith(ThreadCheck.class)
class StormTests {

	private static final int CALLERS = 64;

	private static final int BUDGET = 50;

	private static final String OK = SmallServer.ok("{\"data\":[]}");

	private static final String RATE_LIMIT = SmallServer.answer(429, "Retry-After: 0\r\n",
			"{\"error\":{\"code\":\"too_many_request\",\"method\":\"GET\",\"path\":\"/integrations\"}}");

	private SmallServer server;

	private final NoWaiting timing = new NoWaiting();

	private NangoClient nango;

	@BeforeEach
	void start() throws IOException {
		this.server = new SmallServer((request) -> OK);
		this.nango = TestClients.builder(this.server.url(), this.timing).build();
	}

	@AfterEach
	void stop() throws IOException {
		this.nango.close();
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource({ "BLOCKING,503", "BLOCKING,429", "REACTIVE,503", "REACTIVE,429" })
	void manyCallersInAnOutageSendNoMoreThanTheirCallsAndTheBudget(Way way, int status) throws Exception {
		outage(status);
		assertThat(storm(way, 20)).as("calls that succeeded").isZero();
		// 64 callers with 4 attempts each would be four times the calls
		assertThat(this.server.newRequests()).isEqualTo(CALLERS * 20 + BUDGET);
		storm(way, 5);
		assertThat(this.server.newRequests()).as("one attempt for each call from then on").isEqualTo(CALLERS * 5);
	}

	@ParameterizedTest
	@CsvSource({ "BLOCKING,503", "BLOCKING,429", "REACTIVE,503", "REACTIVE,429" })
	void everyCallSucceedsAtOnceWhenTheServerIsWellAgain(Way way, int status) throws Exception {
		outage(status);
		storm(way, 2);
		this.server.handler((request) -> OK);
		this.server.newRequests();
		this.timing.waits().set(0);
		assertThat(storm(way, 5)).isEqualTo(CALLERS * 5);
		assertThat(this.server.newRequests()).isEqualTo(CALLERS * 5);
		assertThat(this.timing.waits()).as("waits before a call succeeded").hasValue(0);
	}

	@ParameterizedTest
	@CsvSource({ "BLOCKING,9,0", "BLOCKING,10,1", "BLOCKING,499,49", "BLOCKING,500,50", "BLOCKING,600,50",
			"REACTIVE,10,1", "REACTIVE,500,50" })
	void theBudgetComesBackByOneForTenCallsThatSucceed(Way way, int successes, int repeats) throws Exception {
		outage(503);
		storm(way, 2);
		this.server.handler((request) -> OK);
		for (int call = 0; call < successes; call++) {
			way.list(this.nango);
		}
		outage(503);
		this.server.newRequests();
		storm(way, 2);
		assertThat(this.server.newRequests()).isEqualTo(CALLERS * 2 + repeats);
	}

	private void outage(int status) {
		String answer = (status == 429) ? RATE_LIMIT : SmallServer.answer(status, "", "{}");
		this.server.handler((request) -> answer);
	}

	/**
	 * All callers at once, each with some calls in a row.
	 * @return how many calls succeeded
	 */
	private int storm(Way way, int callsEach) throws Exception {
		List<CompletableFuture<Integer>> callers = Threads.startAll(CALLERS, (caller) -> {
			int succeeded = 0;
			for (int call = 0; call < callsEach; call++) {
				try {
					way.list(this.nango);
					succeeded++;
				}
				catch (NangoException ex) {
					// the storm
				}
			}
			return succeeded;
		});
		int succeeded = 0;
		for (CompletableFuture<Integer> caller : callers) {
			succeeded += caller.get(60, TimeUnit.SECONDS);
		}
		return succeeded;
	}

}
