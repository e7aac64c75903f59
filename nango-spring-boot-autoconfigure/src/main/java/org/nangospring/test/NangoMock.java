package org.nangospring.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;

/**
 * A Nango for tests, on a free port of loopback. It is asked as the real one and answers
 * as the real one, errors included, with what a test has set up: <pre class="code">
 * nangoMock.connection("github", "c1").token("t").records("Issue", List.of(new Issue("1", "It works")));
 * nangoMock.action("create-issue").answers(new Issue("2", "New"));
 * nangoMock.proxy(HttpMethod.GET, "/user").answers(Map.of("login", "ada"));
 * nangoMock.failNext(503);
 * // … what is tested …
 * nangoMock.verify().action("create-issue").calledOnce().withInput(Map.of("title", "New"));
 * </pre> In a test with a Spring context, {@link AutoConfigureNangoMock} makes one and
 * points the application to it. Other tests {@link #start()} one and close it.
 */
public final class NangoMock implements AutoCloseable {

	private final MockState state = new MockState();

	private final List<NangoMockSetup> setups;

	private final String secretKey = UUID.randomUUID().toString();

	private final String signingKey;

	private final MockServer server;

	private @Nullable Environment application;

	private NangoMock(List<NangoMockSetup> setups, String signingKey) {
		this.setups = List.copyOf(setups);
		this.signingKey = signingKey;
		this.server = new MockServer(this.state, this.secretKey);
		this.setups.forEach((setup) -> setup.setUp(this));
	}

	/**
	 * Starts a mock for tests without a Spring context.
	 * @return the mock, to be closed
	 * @throws IllegalStateException if WireMock is not on the class path
	 */
	public static NangoMock start() {
		WireMockCheck.check(NangoMock.class.getClassLoader());
		return start(List.of(), UUID.randomUUID().toString());
	}

	static NangoMock start(List<NangoMockSetup> setups, String signingKey) {
		return new NangoMock(setups, signingKey);
	}

	/**
	 * The address.
	 * @return what to set {@code nango.host} to
	 */
	public String host() {
		return this.server.url();
	}

	/**
	 * The key that opens the mock.
	 * @return what to set {@code nango.secret-key} to
	 */
	public String secretKey() {
		return this.secretKey;
	}

	/**
	 * The key that webhooks of the mock are signed with.
	 * @return the first of {@code nango.webhook.signing-keys}, or what to set it to
	 */
	public String signingKey() {
		return this.signingKey;
	}

	/**
	 * An integration. It is there as soon as it is named.
	 * @param integrationId the integration id
	 * @return the integration, to be set up
	 */
	public MockIntegration integration(String integrationId) {
		return this.state.integrations().named(integrationId);
	}

	/**
	 * A connection. It is there as soon as it is named, and so is its integration.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return the connection, to be set up
	 */
	public MockConnection connection(String integrationId, String connectionId) {
		return this.state.connections().named(integrationId, connectionId);
	}

	/**
	 * An action, whatever the connection: also one that is not set up, but none that is
	 * {@link MockConnection#missing() missing}. Naming it again begins anew.
	 * @param name the name, such as {@code create-issue}
	 * @return the action, to be told what to answer
	 */
	public MockAction action(String name) {
		return new MockAction(this.state.scripts(), Arguments.id(name, "action"));
	}

	/**
	 * What a provider answers to calls through the proxy, whatever the connection: also
	 * one that is not set up, but none that is {@link MockConnection#missing() missing}.
	 * What is set up later comes first.
	 * @param method the method
	 * @param path the path of the provider without query, such as {@code /user}; it may
	 * have patterns, such as {@code /repos/{owner}/{name}} or {@code /files/**}
	 * @return the call, to be told what to answer
	 */
	public MockProxy proxy(HttpMethod method, String path) {
		return new MockProxy(this.state.scripts(), method, path);
	}

	/**
	 * Adds a variable of the environment.
	 * @param name the name
	 * @param value the value
	 * @return the same mock
	 */
	public NangoMock environmentVariable(String name, String value) {
		this.state.variable(Arguments.text(name, "name"), Arguments.required(value, "value"));
		return this;
	}

	/**
	 * Lets the next call fail. Mind that the client repeats calls where that can do no
	 * harm.
	 * @param status the status, with the body that Nango or a gateway in front of it has
	 * for it
	 * @return what goes wrong, to be told how often
	 */
	public MockTrouble failNext(int status) {
		Arguments.range(status, 400, 599, "status");
		return (status == 429) ? rateLimitNext(Duration.ZERO)
				: this.state.troubles().add(MockTrouble.answering((call) -> MockTroubles.failure(status)));
	}

	/**
	 * Lets the next call fail with an error of Nango.
	 * @param status the status
	 * @param code Nango's code of the error
	 * @param message the message
	 * @return what goes wrong, to be told how often
	 */
	public MockTrouble failNext(int status, String code, String message) {
		Arguments.range(status, 400, 599, "status");
		MockAnswer answer = MockError.of(status, code, message).answer();
		return this.state.troubles().add(MockTrouble.answering((call) -> answer));
	}

	/**
	 * Lets Nango refuse the next call because there were too many.
	 * @param retryAfter how long Nango asks to wait, in whole seconds
	 * @return what goes wrong, to be told how often
	 */
	public MockTrouble rateLimitNext(Duration retryAfter) {
		return this.state.troubles().rateLimitNext(Arguments.required(retryAfter, "time"));
	}

	/**
	 * Lets the rate limit be used up: Nango refuses all calls until its next window
	 * begins. Calls that are repeated after that succeed.
	 * @param untilReset how long that takes from now on, at least a millisecond; Nango
	 * asks to wait for what is left of it, in whole seconds
	 * @return what goes wrong, to be told which paths it is about
	 */
	public MockTrouble rateLimit(Duration untilReset) {
		return this.state.troubles().rateLimit(Arguments.positive(untilReset, "time until the next window"));
	}

	/**
	 * Lets the answer to the next call come late.
	 * @param delay how late, from 1 millisecond to 24 days
	 * @return what goes wrong, to be told how often
	 */
	public MockTrouble delayNext(Duration delay) {
		return this.state.troubles().add(MockTrouble.delaying(delay));
	}

	/**
	 * Resets the connection of the next call instead of answering.
	 * @return what goes wrong, to be told how often
	 */
	public MockTrouble breakNext() {
		return this.state.troubles().add(MockTrouble.breaking());
	}

	/**
	 * Webhooks to the application.
	 * @return what makes and sends them
	 */
	public MockWebhooks webhook() {
		return new MockWebhooks(this.state, this.signingKey, this.application);
	}

	/**
	 * The calls since the last reset.
	 * @return the calls, the earliest one first
	 */
	public List<NangoCall> calls() {
		return this.server.calls();
	}

	/**
	 * Checks what was called. Failures list all calls.
	 * @return all calls so far, to be narrowed down and counted
	 */
	public CallVerification verify() {
		List<NangoCall> calls = calls();
		return new CallVerification(calls, calls, new ArrayList<>());
	}

	/**
	 * The WireMock below, for what the mock does not have. Its stubs come before those of
	 * the mock, and are forgotten with them.
	 * @return the server; do not stop it
	 */
	public WireMockServer wireMock() {
		return this.server.wireMock();
	}

	/**
	 * Forgets what was set up and what was called, and sets up what all tests need.
	 * Cursors from before stay valid: records that are added later come after them.
	 */
	public void reset() {
		this.state.reset();
		this.server.reset();
		this.setups.forEach((setup) -> setup.setUp(this));
	}

	/**
	 * Stops the server.
	 */
	@Override
	public void close() {
		this.server.shutDown();
	}

	void application(Environment environment) {
		this.application = environment;
	}

	Set<String> hints() {
		return this.state.hints();
	}

	@Override
	public String toString() {
		return "NangoMock[" + host() + "]";
	}

}
