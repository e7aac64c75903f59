package org.nangospring.client.operation;

import java.util.function.Consumer;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.nangospring.client.NangoAuthenticationException;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A connect session proves itself with its own token.
 */
class ConnectSessionTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	static Stream<Arguments> withTheToken() {
		return ConnectSessionOperations.all()
			.stream()
			.filter((operation) -> !operation.bearer().equals(TestClients.KEY))
			.flatMap((operation) -> Stream.of(Mode.values()).map((mode) -> Arguments.of(operation, mode)));
	}

	@ParameterizedTest
	@MethodSource("withTheToken")
	void theTokenIsSentOnceAndTheKeyNowhere(Operation operation, Mode mode) {
		FIXTURE.answers(OperationTests.answer(operation));
		mode.call(operation, FIXTURE.nango());
		assertThat(FIXTURE.onlyRequest().getHeaders().getHeader("Authorization").values())
			.containsExactly("Bearer " + ConnectSessionOperations.TOKEN);
		assertThat(FIXTURE.onlyRequest().toString()).doesNotContain(TestClients.KEY);
	}

	@ParameterizedTest
	@MethodSource("withTheToken")
	void anUnknownTokenAsksForANewSessionAndNotForAnotherKey(Operation operation, Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse(
				"""
						{"error":{"message":"Authentication failed. The provided connect session token does not match any account.",
						"code":"unknown_connect_session_token","payload":{}}}""",
				401));
		NangoAuthenticationException failure = catchThrowableOfType(NangoAuthenticationException.class,
				() -> mode.call(operation, FIXTURE.nango()));
		assertThat(failure).hasMessageContaining("Create a new connect session");
		assertThat(failure.getMessage()).doesNotContain("nango.secret-key", ConnectSessionOperations.TOKEN);
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@Test
	void theNextCallHasTheKeyAgain() {
		FIXTURE.answersJson("{\"data\":{}}");
		FIXTURE.nango().connectSessions().get(ConnectSessionOperations.TOKEN);
		FIXTURE.answersJson("{\"data\":[]}");
		FIXTURE.nango().providers().list();
		assertThat(FIXTURE.requests()).extracting((request) -> request.getHeader("Authorization"))
			.containsExactly("Bearer " + ConnectSessionOperations.TOKEN, "Bearer " + TestClients.KEY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a\r\nX-Evil: 1", "日本" })
	void aTokenThatIsNoneIsRefused(String token) {
		refuses((value) -> FIXTURE.nango().connectSessions().get(value), token);
		refuses((value) -> FIXTURE.nango().connectSessions().delete(value), token);
		refuses((value) -> FIXTURE.nango().reactive().connectSessions().get(value).block(), token);
		refuses((value) -> FIXTURE.nango().reactive().connectSessions().delete(value).block(), token);
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void aSessionToReconnectIsForItsOwnIntegration() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango()
				.connectSessions()
				.reconnect("github", "conn-1", (session) -> session.allowedIntegrations("slack")))
			.withMessageContaining("allowedIntegrations");
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void aSessionWithoutAnyEndUserSaysNull() {
		FIXTURE.answersJson("{\"data\":{\"endUser\":null,\"allowed_integrations\":null}}");
		var session = FIXTURE.nango().connectSessions().get(ConnectSessionOperations.TOKEN);
		assertThat(session.endUser()).isNull();
		assertThat(session.allowedIntegrations()).isEmpty();
		assertThat(session.integrationsConfigDefaults()).isEmpty();
		assertThat(session.connectUiSettings()).isEmpty();
	}

	private static void refuses(Consumer<String> call, String token) {
		assertThatIllegalArgumentException().isThrownBy(() -> call.accept(token));
	}

	@Test
	void aTokenThatTheServerQuotesIsMasked() {
		FIXTURE.answers(WireMock.jsonResponse(
				"{\"error\":{\"code\":\"unknown_connect_session_token\",\"message\":\"bad token tok-secret\"}}", 401));
		assertThatExceptionOfType(NangoAuthenticationException.class)
			.isThrownBy(() -> FIXTURE.nango().connectSessions().get("tok-secret"))
			.withMessageContaining("bad token ***")
			.withMessageNotContaining("tok-secret");
	}

}
