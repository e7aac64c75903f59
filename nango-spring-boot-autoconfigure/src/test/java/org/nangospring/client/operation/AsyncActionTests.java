package org.nangospring.client.operation;

import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.nangospring.client.NangoActionException;
import org.nangospring.client.NangoInvalidRequestException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoUpstreamException;
import org.nangospring.client.NangoWaitTimeoutException;
import org.nangospring.client.action.AsyncAction;
import org.nangospring.client.operation.ActionOperations.Issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Actions that run while the caller does something else.
 */
class AsyncActionTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@Test
	void anActionIsFoundAgainByItsIdOrItsStatusUrl() {
		AsyncAction byId = AsyncAction.of("0f0e-1");
		assertThat(byId.statusUrl()).isEqualTo("/action/0f0e-1");
		assertThat(AsyncAction.ofStatusUrl("/action/0f0e-1")).isEqualTo(byId).hasSameHashCodeAs(byId);
		assertThat(byId).hasToString("AsyncAction[0f0e-1]").isNotEqualTo(AsyncAction.of("0f0e-2"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.test/action/1", "//evil.test/action/1", "/action/1?x=1", "/action/1#x",
			"/action/..", "/action/.", "/action/", "/action/1/2", "/action/../records", "/action/%2e%2e", "/records/1",
			"action/1", "/ACTION/1", "/action/1\n", " /action/1", "\\action\\1", "/action//1", "" })
	void aStatusUrlThatIsNoPathOfAnActionIsRefused(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> AsyncAction.ofStatusUrl(url));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 101 })
	void aNumberOfRetriesOutOfRangeIsRefused(int retries) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().connection("g", "c").actions().triggerAsync("a", null, retries));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void noRetriesAreNotMentioned() {
		FIXTURE.answers(WireMock.jsonResponse("{\"id\":\"a-1\"}", 202));
		FIXTURE.nango().connection("g", "c").actions().triggerAsync("a", null, 0);
		assertThat(FIXTURE.onlyRequest().containsHeader("X-Max-Retries")).isFalse();
		assertThat(FIXTURE.onlyRequest().getHeader("X-Async")).isEqualTo("true");
	}

	@Test
	void theAddressIsMadeFromTheIdWhateverTheAnswerNames() {
		FIXTURE.answers(WireMock.jsonResponse("{\"id\":\"a-1\",\"statusUrl\":\"https://evil.test/\"}", 202));
		assertThat(FIXTURE.nango().connection("g", "c").actions().triggerAsync("a", null).statusUrl())
			.isEqualTo("/action/a-1");
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anOutputThatIsNotThereYetIsNull(Mode mode) {
		FIXTURE.answers(pending());
		assertThat(mode.call(result(), FIXTURE.nango())).isNull();
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aGatewayThatFindsNothingIsAnErrorToo(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse("{\"message\":\"no Route matched with those values\"}", 404));
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> mode.call(result(), FIXTURE.nango()));
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aPageThatIsNotFoundIsAnError(Mode mode) {
		FIXTURE.answers(WireMock.notFound().withHeader("Content-Type", "text/html").withBody("<p>Cannot GET</p>"));
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> mode.call(result(), FIXTURE.nango()))
			.withMessageContaining("404 without Nango's own error");
		assertThatExceptionOfType(NangoResponseException.class)
			.isThrownBy(() -> mode.call(awaiting(), FIXTURE.nango()));
		assertThat(FIXTURE.requests()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anIdThatIsNoneIsAnErrorAndNotPending(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"code":"invalid_uri_params","errors":[{"code":"invalid_format","message":"Invalid UUID",
				"path":["id"]}]}}""", 400));
		assertThatExceptionOfType(NangoInvalidRequestException.class)
			.isThrownBy(() -> mode.call(awaiting(), FIXTURE.nango()))
			.withMessageContaining("Invalid UUID");
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anActionThatFailedThrowsWhatItThrewAndIsAskedOnce(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse(
				"""
						{"error":{"message":"The action script failed with a runtime error","code":"action_script_runtime_error",
						"payload":{"code":"NOPE","message":"could not do it"}}}""",
				500));
		for (Operation operation : new Operation[] { result(), awaiting() }) {
			FIXTURE.server().resetRequests();
			NangoActionException failure = catchThrowableOfType(NangoActionException.class,
					() -> mode.call(operation, FIXTURE.nango()));
			assertThat(failure.code()).isEqualTo("action_script_runtime_error");
			assertThat(failure.error().payload()).isEqualTo(Map.of("code", "NOPE", "message", "could not do it"));
			assertThat(FIXTURE.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anActionThatBrokeIsAskedOnce(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"message":"An internal error occurred during the script execution",
				"code":"script_internal_error","payload":{"message":"boom"}}}""", 500));
		assertThatExceptionOfType(NangoActionException.class).isThrownBy(() -> mode.call(awaiting(), FIXTURE.nango()));
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aProviderThatRefusedTheActionIsToldApart(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"code":"script_http_error","payload":{},"upstream":{"status":422,"headers":{},
				"body":"no"}}}""", 424));
		NangoUpstreamException failure = catchThrowableOfType(NangoUpstreamException.class,
				() -> mode.call(awaiting(), FIXTURE.nango()));
		assertThat(failure.status()).isEqualTo(422);
		assertThat(failure.bodyAsString()).isEqualTo("no");
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anOutputThatComesLaterIsAwaited(Mode mode) {
		FIXTURE.answersInTurn(pending(), pending(), pending(), WireMock.okJson("{\"number\":7,\"title\":\"Hi\"}"));
		assertThat(mode.call(awaiting(), FIXTURE.nango())).isEqualTo(new Issue(7, "Hi"));
		assertThat(FIXTURE.urls()).hasSize(4).containsOnly("/action/a-1");
		assertThat(FIXTURE.timing().waits()).hasSize(3);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anOutputThatNeverComesEndsTheWaitAndSaysWhatItCanMean(Mode mode) {
		FIXTURE.answers(pending());
		NangoWaitTimeoutException failure = catchThrowableOfType(NangoWaitTimeoutException.class,
				() -> mode.call(awaiting(), FIXTURE.nango()));
		assertThat(failure.operation()).isEqualTo("actionResults.await");
		assertThat(failure.attempts()).isEqualTo(FIXTURE.requests().size());
		assertThat(failure).hasMessageContaining("still running, or it returned nothing, or Nango does not know it");
	}

	private static ResponseDefinitionBuilder pending() {
		return WireMock.jsonResponse("""
				{"error":{"code":"not_found","message":"No action 'a-1' found"}}""", 404);
	}

	private static Operation result() {
		return Operation.of("actionResults.get", "")
			.blocking((nango) -> nango.actionResults().get(ActionResultOperations.ACTION, Issue.class))
			.reactive((nango) -> nango.actionResults().get(ActionResultOperations.ACTION, Issue.class));
	}

	private static Operation awaiting() {
		Duration timeout = Duration.ofMinutes(1);
		return Operation.of("actionResults.await", "")
			.blocking((nango) -> nango.actionResults().await(ActionResultOperations.ACTION, Issue.class, timeout))
			.reactive((nango) -> nango.actionResults().await(ActionResultOperations.ACTION, Issue.class, timeout));
	}

}
