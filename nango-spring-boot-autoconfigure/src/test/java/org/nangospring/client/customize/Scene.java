package org.nangospring.client.customize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.integration.Integration;
import reactor.core.publisher.Mono;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

/**
 * A server on a socket and clients of it that wait on a clock of the test's own.
 */
final class Scene implements BeforeEachCallback, AfterEachCallback {

	static final String INTEGRATIONS = """
			{"data":[{"unique_key":"github","provider":"github"}]}""";

	final ManualTiming timing = new ManualTiming();

	final WireMockServer server = TestClients.server();

	private NangoClient last;

	@Override
	public void beforeEach(ExtensionContext context) {
		answers(WireMock.okJson(INTEGRATIONS));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		if (this.last != null) {
			this.last.close();
		}
		this.server.stop();
	}

	NangoClient client(UnaryOperator<NangoClientBuilder> customizer) {
		this.last = customizer.apply(TestClients.builder(this.server.baseUrl(), this.timing)).build();
		return this.last;
	}

	/**
	 * Answers one after another; the last one again and again.
	 */
	void answers(ResponseDefinitionBuilder... answers) {
		this.server.resetAll();
		for (int i = 0; i < answers.length; i++) {
			this.server.stubFor(any(anyUrl()).inScenario("turns")
				.whenScenarioStateIs(turn(i))
				.willReturn(answers[i])
				.willSetStateTo(turn(Math.min(i + 1, answers.length - 1))));
		}
	}

	private static String turn(int number) {
		return (number == 0) ? Scenario.STARTED : "turn " + number;
	}

	/**
	 * The requests in the order in which they came.
	 */
	List<LoggedRequest> requests() {
		// the journal has the latest first
		List<LoggedRequest> requests = new ArrayList<>();
		this.server.getAllServeEvents().forEach((event) -> requests.add(0, event.getRequest()));
		return requests;
	}

	/**
	 * The two ways to make a call.
	 */
	enum Way {

		BLOCKING {
			@Override
			<T> T call(NangoClient nango, Function<NangoClient, T> blocking,
					Function<ReactiveNangoClient, Mono<T>> reactive) {
				return blocking.apply(nango);
			}
		},

		REACTIVE {
			@Override
			<T> T call(NangoClient nango, Function<NangoClient, T> blocking,
					Function<ReactiveNangoClient, Mono<T>> reactive) {
				return reactive.apply(nango.reactive()).block();
			}
		};

		abstract <T> T call(NangoClient nango, Function<NangoClient, T> blocking,
				Function<ReactiveNangoClient, Mono<T>> reactive);

		List<Integration> list(NangoClient nango) {
			return call(nango, (client) -> client.integrations().list(), (client) -> client.integrations().list());
		}

		Object trigger(NangoClient nango) {
			return call(nango, (client) -> client.connection("github", "c-1").actions().trigger("add", null),
					(client) -> client.connection("github", "c-1").actions().trigger("add", null));
		}

	}

}
