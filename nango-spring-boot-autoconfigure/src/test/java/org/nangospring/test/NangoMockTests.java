package org.nangospring.test;

import java.time.Duration;
import java.time.Instant;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangospring.client.NangoApiException;
import org.nangospring.client.NangoAuthenticationException;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.connect.ConnectSession;
import org.nangospring.client.integration.Integration;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What goes wrong, and the rest of the API.
 */
class NangoMockTests {

	@RegisterExtension
	static final MockFixture fixture = new MockFixture();

	private final NangoMock mock = fixture.mock;

	@Test
	void theNextCallFailsAndTheClientRepeatsIt() {
		this.mock.connection("github", "c1").token("t");
		this.mock.failNext(503).times(2);
		assertThat(fixture.github().token()).isEqualTo("t");
		assertThat(this.mock.calls()).extracting(NangoCall::status).containsExactly(503, 503, 200);
	}

	@Test
	void onlyCallsOfAPathFail() {
		this.mock.connection("github", "c1").token("t");
		this.mock.action("create").answers("x");
		this.mock.failNext(500).always().onPath("/action");
		assertThat(fixture.github().token()).isEqualTo("t");
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(NangoServerException.class)
				.isThrownBy(() -> fixture.github().actions().trigger("create", null))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo("generic_error_support"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "400, invalid_body", "401, unknown_account", "403, forbidden", "404, not_found",
			"429, too_many_request", "500, generic_error_support", "503,", "501, server_error" })
	void everyStatusHasTheBodyOfNango(int status, String code) {
		this.mock.failNext(status).always();
		assertThatExceptionOfType(NangoApiException.class).isThrownBy(() -> fixture.nango.integrations().list())
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(status))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

	@Test
	void anErrorMayBeGivenInFull() {
		this.mock.failNext(409, "conflict", "Environment already exists");
		assertThatExceptionOfType(NangoApiException.class).isThrownBy(() -> fixture.nango.integrations().list())
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("conflict"));
	}

	@Test
	void aRateLimitSaysHowLongToWait() {
		this.mock.rateLimitNext(Duration.ofMinutes(10));
		assertThatExceptionOfType(NangoRateLimitException.class).isThrownBy(() -> fixture.nango.integrations().list())
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofMinutes(10)));
		assertThat(fixture.nango.integrations().list()).isEmpty();
		assertThat(fixture.nango.rateLimit().remaining()).isEqualTo(199999);
		assertThat(fixture.nango.rateLimit().resetAt()).isAfter(Instant.now().minusSeconds(60));
	}

	@Test
	void aRateLimitThatIsUsedUpHoldsForAllCallsAndSaysWhatIsLeftOfTheWindow() {
		this.mock.rateLimit(Duration.ofMinutes(10));
		for (int call = 0; call < 2; call++) {
			assertThatExceptionOfType(NangoRateLimitException.class)
				.isThrownBy(() -> fixture.nango.integrations().list())
				.satisfies(
						(ex) -> assertThat(ex.retryAfter()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10)));
		}
		assertThat(fixture.nango.rateLimit().remaining()).isZero();
		this.mock.reset();
		assertThat(fixture.nango.integrations().list()).isEmpty();
	}

	@Test
	void theNextWindowOfTheRateLimitEndsIt() {
		this.mock.rateLimit(Duration.ofMillis(1));
		Instant limit = Instant.now().plusSeconds(60);
		boolean succeeded = false;
		while (!succeeded && Instant.now().isBefore(limit)) {
			try {
				fixture.nango.integrations().list();
				succeeded = true;
			}
			catch (NangoRateLimitException ex) {
				// the window is not over yet
			}
		}
		assertThat(succeeded).isTrue();
	}

	@Test
	void aRateLimitMayBeAboutSomePathsOnly() {
		this.mock.rateLimit(Duration.ofMinutes(10)).onPath("/environment-variables");
		assertThat(fixture.nango.integrations().list()).isEmpty();
		assertThatExceptionOfType(NangoRateLimitException.class)
			.isThrownBy(() -> fixture.nango.environment().variables());
	}

	@Test
	void aBrokenConnectionIsNoAnswer() {
		this.mock.action("create").answers("x");
		this.mock.breakNext();
		assertThatExceptionOfType(NangoTransportException.class)
			.isThrownBy(() -> fixture.github().actions().trigger("create", null));
		this.mock.verify().action("create").calledOnce();
		assertThat(this.mock.calls().get(0).status()).isZero();
	}

	@Test
	void aLateAnswerEndsInATimeout() {
		this.mock.action("create").answers("x");
		this.mock.delayNext(Duration.ofMillis(300));
		try (NangoClient impatient = NangoClient.builder()
			.host(this.mock.host())
			.secretKey(this.mock.secretKey())
			.responseTimeout(Duration.ofMillis(50))
			.build()) {
			assertThatExceptionOfType(NangoTransportException.class)
				.isThrownBy(() -> impatient.connection("github", "c1").actions().trigger("create", null))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(NangoTransportException.Reason.TIMEOUT));
		}
		assertThat(fixture.github().actions().trigger("create", null)).isEqualTo("x");
	}

	@Test
	void anotherKeyIsRefused() {
		try (NangoClient other = fixture.client("11111111-2222-4333-8444-555555555555")) {
			assertThatExceptionOfType(NangoAuthenticationException.class).isThrownBy(() -> other.integrations().list())
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo("unknown_account"));
		}
		assertThat(this.mock.hints()).singleElement().asString().contains("nangoMock.secretKey()");
		assertThat(this.mock.calls().toString()).doesNotContain("Bearer");
	}

	@Test
	void anUnknownPathIsAnsweredAsByNangoAndCanBeStubbed() {
		assertThatExceptionOfType(NangoResponseException.class)
			.isThrownBy(() -> fixture.nango.providers().get("github"))
			.withMessageContaining("text/html");
		assertThat(this.mock.hints()).singleElement().asString().contains("nangoMock.wireMock().stubFor(");
		this.mock.wireMock()
			.stubFor(WireMock.get("/providers/github")
				.willReturn(WireMock
					.okJson("{\"data\":{\"name\":\"github\",\"display_name\":\"GitHub\",\"auth_mode\":\"OAUTH2\"}}")));
		assertThat(fixture.nango.providers().get("github").name()).isEqualTo("github");
		assertThat(this.mock.calls()).hasSize(2);
	}

	@Test
	void theServerCanBeAskedHowItIs() {
		fixture.nango.server().ping();
		fixture.nango.server().verifyKey();
		this.mock.verify().call(HttpMethod.GET, "/health").calledOnce();
	}

	@Test
	void integrationsAreThereAsSoonAsTheyAreNamed() {
		this.mock.connection("github", "c1");
		this.mock.integration("slack").provider("slack-bot").displayName("Slack");
		assertThat(fixture.nango.integrations().list()).extracting(Integration::integrationId)
			.containsExactly("github", "slack");
		assertThat(fixture.nango.integrations().get("slack").displayName()).isEqualTo("Slack");
		fixture.nango.integrations().create("new", "notion", (settings) -> settings.displayName("Notion"));
		fixture.nango.integrations().update("new", (settings) -> settings.forwardWebhooks(false));
		assertThat(fixture.nango.integrations().get("new").provider()).isEqualTo("notion");
		fixture.nango.integrations().delete("new");
		assertThatExceptionOfType(NangoApiException.class).isThrownBy(() -> fixture.nango.integrations().get("new"))
			.satisfies((ex) -> assertThat(ex.error().message()).isEqualTo("Integration \"new\" does not exist"));
	}

	@Test
	void connectSessionsLiveUntilTheyAreDeleted() {
		this.mock.integration("github");
		ConnectSession session = fixture.nango.connectSessions()
			.create((settings) -> settings.tag("end_user_id", "7").allowedIntegrations("github"));
		assertThat(session.token()).startsWith("nango_connect_session_");
		assertThat(session.connectLink()).contains(session.token());
		assertThat(session.expiresAt()).isAfter(Instant.now());
		assertThat(fixture.nango.connectSessions().get(session.token()).allowedIntegrations())
			.containsExactly("github");
		fixture.nango.connectSessions().delete(session.token());
		assertThatExceptionOfType(NangoAuthenticationException.class)
			.isThrownBy(() -> fixture.nango.connectSessions().get(session.token()));
	}

	@Test
	void connectSessionsForWhatIsNotThereAreRefused() {
		assertThatExceptionOfType(NangoApiException.class)
			.isThrownBy(() -> fixture.nango.connectSessions()
				.create((settings) -> settings.tag("end_user_id", "7").allowedIntegrations("nope")))
			.satisfies((ex) -> assertThat(ex.fieldErrors().get(0).message()).isEqualTo("Integration does not exist"));
		assertThatExceptionOfType(NangoApiException.class)
			.isThrownBy(() -> fixture.nango.connectSessions().reconnect("github", "c1"));
		this.mock.connection("github", "c1");
		assertThat(fixture.nango.connectSessions().reconnect("github", "c1").token()).isNotBlank();
	}

	@Test
	void theEnvironmentHasVariables() {
		this.mock.environmentVariable("A", "1");
		assertThat(fixture.nango.environment().variables()).singleElement()
			.satisfies((variable) -> assertThat(variable.value()).isEqualTo("1"));
	}

	@Test
	void aResetForgetsEverything() {
		this.mock.connection("github", "c1");
		this.mock.action("create").answers("x");
		this.mock.failNext(500).always();
		this.mock.reset();
		assertThat(fixture.nango.connections().list()).isEmpty();
		assertThat(fixture.nango.integrations().list()).isEmpty();
		assertThat(this.mock.calls()).hasSize(2);
	}

}
