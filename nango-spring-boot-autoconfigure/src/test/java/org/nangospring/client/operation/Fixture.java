package org.nangospring.client.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server and a client for the tests of one class. The server forgets everything between
 * tests.
 */
final class Fixture implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

	private final UnaryOperator<NangoClientBuilder> customizer;

	private final ManualTiming timing = new ManualTiming();

	private final WireMockServer server = TestClients.server();

	private NangoClient client;

	Fixture() {
		this((builder) -> builder);
	}

	Fixture(UnaryOperator<NangoClientBuilder> customizer) {
		this.customizer = customizer;
		this.client = newClient();
	}

	NangoClient newClient() {
		// many failures follow on each other here: the budget must not run out
		return this.customizer
			.apply(TestClients.builder(this.server.baseUrl(), this.timing)
				.retry((retry) -> retry.budget(1_000_000))
				.pool((pool) -> pool.pendingAcquireTimeout(Duration.ofSeconds(30))))
			.build();
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		this.server.resetAll();
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.server.resetAll();
		this.timing.waits().clear();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.client.close();
		this.server.stop();
	}

	NangoClient nango() {
		return this.client;
	}

	WireMockServer server() {
		return this.server;
	}

	ManualTiming timing() {
		return this.timing;
	}

	void answers(ResponseDefinitionBuilder answer) {
		this.server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(answer));
	}

	void answersJson(String json) {
		answers(WireMock.okJson(json));
	}

	/**
	 * Answers one after another; the last one again and again.
	 */
	void answersInTurn(ResponseDefinitionBuilder... answers) {
		for (int i = 0; i < answers.length; i++) {
			this.server.stubFor(WireMock.any(WireMock.anyUrl())
				.inScenario("turns")
				.whenScenarioStateIs((i == 0) ? Scenario.STARTED : "turn " + i)
				.willReturn(answers[i])
				.willSetStateTo("turn " + Math.min(i + 1, answers.length - 1)));
		}
	}

	/**
	 * The requests in the order in which they came.
	 */
	List<LoggedRequest> requests() {
		// the journal has the latest first; times are too coarse to sort by
		List<LoggedRequest> requests = new ArrayList<>();
		this.server.getAllServeEvents().forEach((event) -> requests.add(0, event.getRequest()));
		return requests;
	}

	List<String> urls() {
		return requests().stream().map(LoggedRequest::getUrl).toList();
	}

	LoggedRequest onlyRequest() {
		List<LoggedRequest> requests = requests();
		assertThat(requests).as("requests").hasSize(1);
		return requests.get(0);
	}

}
