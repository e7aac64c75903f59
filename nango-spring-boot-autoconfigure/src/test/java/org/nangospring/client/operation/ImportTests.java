package org.nangospring.client.operation;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.nangospring.client.NangoTransportException;
import org.nangospring.client.connection.NewCredentials;
import org.nangospring.client.connection.OAuth2Credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Connections that are brought along, and what can be changed of them.
 */
class ImportTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	static Stream<Arguments> credentials() {
		return Stream.of(Arguments.of(NewCredentials.oauth2("access-1"), """
				{"type":"OAUTH2","access_token":"access-1"}"""), Arguments.of(NewCredentials.oauth1("token-1", "s"), """
				{"type":"OAUTH1","oauth_token":"token-1","oauth_token_secret":"s"}"""),
				Arguments.of(NewCredentials.oauth2Client("client-1", "s", "token-1"), """
						{"type":"OAUTH2_CC","client_id":"client-1","client_secret":"s","token":"token-1"}"""),
				Arguments.of(NewCredentials.basic("uma", ""), """
						{"type":"BASIC","username":"uma","password":""}"""),
				Arguments.of(NewCredentials.apiKey("key-1"), """
						{"type":"API_KEY","apiKey":"key-1"}"""), Arguments.of(NewCredentials.app("1", "2"), """
						{"type":"APP","app_id":"1","installation_id":"2"}"""),
				Arguments.of(NewCredentials.tba("token-1", "s"), """
						{"type":"TBA","token_id":"token-1","token_secret":"s"}"""),
				Arguments.of(NewCredentials.tba("token-1", "s").withConfigOverride("client-1", "t"), """
						{"type":"TBA","token_id":"token-1","token_secret":"s",
						"config_override":{"client_id":"client-1","client_secret":"t"}}"""),
				Arguments.of(NewCredentials.none(), """
						{"type":"NONE"}"""),
				Arguments.of(NewCredentials.oauth2("access-1")
					.withRefreshToken("refresh-1")
					.withExpiresAt(Instant.parse("2026-01-02T03:04:05Z")), """
							{"type":"OAUTH2","access_token":"access-1","refresh_token":"refresh-1",
							"expires_at":"2026-01-02T03:04:05Z"}"""),
				Arguments.of(NewCredentials.of(Map.of("type", "NEW_MODE", "a", Map.of("b", 1))), """
						{"type":"NEW_MODE","a":{"b":1}}"""));
	}

	@ParameterizedTest
	@MethodSource("credentials")
	void everyKindOfCredentialsArrives(NewCredentials credentials, String expected) {
		FIXTURE.answersJson(ConnectionOperations.ONE);
		FIXTURE.nango().connections().upsert("github", credentials);
		JsonMapper mapper = JsonMapper.builder().build();
		assertThat(mapper.readTree(FIXTURE.onlyRequest().getBody()).get("credentials"))
			.isEqualTo(mapper.readTree(expected));
	}

	@Test
	void credentialsWithoutATypeAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> NewCredentials.of(Map.of("access_token", "sesame")))
			.withMessageContaining("\"type\"")
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("sesame"));
		assertThatIllegalArgumentException().isThrownBy(() -> NewCredentials.of(Map.of("type", 1)));
		assertThatIllegalArgumentException().isThrownBy(() -> NewCredentials.oauth2(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> NewCredentials.apiKey("a\nb"));
	}

	@Test
	void whatIsAddedToCredentialsLeavesTheOldOnesAlone() {
		NewCredentials before = NewCredentials.oauth2("access-1");
		NewCredentials after = before.withRefreshToken("refresh-1");
		assertThat(before).isEqualTo(NewCredentials.oauth2("access-1"))
			.hasSameHashCodeAs(NewCredentials.oauth2("access-1"))
			.isNotEqualTo(after);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anImportUnderAnIdIsRepeatedAfterABrokenConnection(Mode mode) {
		FIXTURE.answersInTurn(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
				WireMock.okJson(ConnectionOperations.ONE));
		mode.call(upsert("conn-1"), FIXTURE.nango());
		assertThat(FIXTURE.requests()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anImportWithoutAnIdIsNotRepeatedBecauseItWouldMakeAnother(Mode mode) {
		FIXTURE.answersInTurn(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
				WireMock.okJson(ConnectionOperations.ONE));
		assertThatExceptionOfType(NangoTransportException.class)
			.isThrownBy(() -> mode.call(upsert(null), FIXTURE.nango()));
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@Test
	void noTagsClearTheTags() {
		FIXTURE.answersJson("{\"success\":true}");
		FIXTURE.nango().connection("github", "conn-1").update((settings) -> settings.tags(Map.of()));
		assertThat(FIXTURE.onlyRequest().getBodyAsString()).isEqualTo("{\"tags\":{}}");
	}

	@Test
	void aWebhookAddressIsTakenAway() {
		FIXTURE.answersJson("{\"success\":true}");
		FIXTURE.nango().connection("github", "conn-1").update((settings) -> settings.clearWebhookUrlOverride());
		assertThat(FIXTURE.onlyRequest().getBodyAsString()).isEqualTo("{\"webhook_url_override\":\"\"}");
	}

	@Test
	void whatIsNoObjectIsRefusedAsMetadataAndConfig() {
		var connections = FIXTURE.nango().connections();
		assertThatIllegalArgumentException().isThrownBy(
				() -> connections.upsert("github", NewCredentials.none(), (connection) -> connection.metadata("de")))
			.withMessageContaining("metadata");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> connections.upsert("github", NewCredentials.none(),
					(connection) -> connection.connectionConfig(1)))
			.withMessageContaining("connection config");
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void whatComesBackIsTheConnection() {
		FIXTURE.answers(WireMock.jsonResponse(ConnectionOperations.ONE, 201));
		assertThat(FIXTURE.nango().connections().upsert("github", NewCredentials.oauth2("access-1")).credentials())
			.isInstanceOf(OAuth2Credentials.class);
	}

	private static Operation upsert(String connectionId) {
		return Operation.of("connections.upsert", "")
			.blocking((nango) -> nango.connections().upsert("github", NewCredentials.none(), (connection) -> {
				if (connectionId != null) {
					connection.connectionId(connectionId);
				}
			}))
			.reactive((nango) -> nango.connections().upsert("github", NewCredentials.none(), (connection) -> {
				if (connectionId != null) {
					connection.connectionId(connectionId);
				}
			}));
	}

}
