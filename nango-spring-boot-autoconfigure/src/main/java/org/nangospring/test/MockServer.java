package org.nangospring.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

import org.springframework.http.HttpHeaders;

/**
 * The WireMock below the mock. One stub, which any other comes before, has its answers
 * made by the mock.
 */
final class MockServer implements ResponseDefinitionTransformerV2 {

	private static final String NAME = "nango-mock";

	private static final Duration WINDOW = Duration.ofMinutes(1);

	private final MockState state;

	private final KeyCheck keyCheck;

	private final MockRouter router;

	private final WireMockServer server;

	MockServer(MockState state, String secretKey) {
		this.state = state;
		this.keyCheck = new KeyCheck(secretKey);
		this.router = MockEndpoints.router(state);
		this.server = new WireMockServer(WireMockConfiguration.options()
			.bindAddress("127.0.0.1")
			.dynamicPort()
			.http2PlainDisabled(true)
			.gzipDisabled(true)
			.useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER)
			.extensions(this));
		this.server.start();
		reset();
	}

	WireMockServer wireMock() {
		return this.server;
	}

	String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	/**
	 * The calls so far, the earliest one first.
	 */
	List<NangoCall> calls() {
		List<NangoCall> calls = new ArrayList<>();
		this.server.getAllServeEvents().forEach((event) -> calls.add(NangoCall.of(event)));
		Collections.reverse(calls);
		return calls;
	}

	void reset() {
		this.server.resetAll();
		this.server.stubFor(WireMock.any(WireMock.anyUrl())
			.atPriority(Integer.MAX_VALUE)
			.willReturn(WireMock.aResponse().withTransformers(NAME)));
	}

	void shutDown() {
		this.server.stop();
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public boolean applyGlobally() {
		return false;
	}

	@Override
	public ResponseDefinition transform(ServeEvent event) {
		NangoCall call = NangoCall.of(event.getRequest());
		int delay = Math.toIntExact(this.state.troubles().delay(call).toMillis());
		MockTrouble trouble = this.state.troubles().failure(call);
		MockAnswer answer = (trouble != null) ? trouble.answer(call) : answer(call);
		if (answer == null) {
			return WireMock.aResponse().withFixedDelay(delay).withFault(Fault.CONNECTION_RESET_BY_PEER).build();
		}
		if (answer.hint() != null) {
			this.state.hint(call, answer.hint());
		}
		return response(call, answer).withFixedDelay(delay).build();
	}

	private MockAnswer answer(NangoCall call) {
		try {
			this.keyCheck.check(call);
			return this.router.answer(call);
		}
		catch (MockError ex) {
			return ex.answer();
		}
		catch (RuntimeException | AssertionError ex) {
			// of a function that the test gave to the mock
			return MockError.unexpected().answer().hint("answering it failed in the test: " + ex);
		}
	}

	private ResponseDefinitionBuilder response(NangoCall call, MockAnswer answer) {
		ResponseDefinitionBuilder response = WireMock.aResponse().withStatus(answer.status()).withBody(answer.body());
		HttpHeaders headers = HttpHeaders.copyOf(answer.headers());
		if (answer.status() != 401 && !call.path().equals("/health") && !headers.containsHeader("X-RateLimit-Limit")) {
			long reset = this.state.clock().now().plus(WINDOW).getEpochSecond();
			addIfMissing(headers, "X-RateLimit-Limit", "200000");
			addIfMissing(headers, "X-RateLimit-Remaining", "199999");
			addIfMissing(headers, "X-RateLimit-Reset", Long.toString(reset));
		}
		headers.forEach((name, values) -> response.withHeader(name, values.toArray(String[]::new)));
		return response;
	}

	private static void addIfMissing(HttpHeaders headers, String name, String value) {
		if (!headers.containsHeader(name)) {
			headers.set(name, value);
		}
	}

}
