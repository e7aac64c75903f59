package org.nangospring.client.operation;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoApiException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.TestClients;
import org.nangospring.client.connection.ApiKeyCredentials;
import org.nangospring.client.connection.AppCredentials;
import org.nangospring.client.connection.AppStoreCredentials;
import org.nangospring.client.connection.BasicCredentials;
import org.nangospring.client.connection.BillCredentials;
import org.nangospring.client.connection.Connection;
import org.nangospring.client.connection.Credentials;
import org.nangospring.client.connection.CustomCredentials;
import org.nangospring.client.connection.JwtCredentials;
import org.nangospring.client.connection.NoCredentials;
import org.nangospring.client.connection.OAuth1Credentials;
import org.nangospring.client.connection.OAuth2ClientCredentials;
import org.nangospring.client.connection.OAuth2Credentials;
import org.nangospring.client.connection.SignatureCredentials;
import org.nangospring.client.connection.TbaCredentials;
import org.nangospring.client.connection.TwoStepCredentials;
import org.nangospring.client.connection.UnknownCredentials;
import org.nangospring.client.integration.IntegrationCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Credentials of every kind, which never tell their secrets by themselves.
 */
class CredentialsTests {

	private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@Test
	void oauth() {
		OAuth2Credentials oauth2 = read(OAuth2Credentials.class, """
				{"type":"OAUTH2","access_token":"sesame-1","raw":{}}""");
		assertThat(oauth2.token()).isEqualTo("sesame-1");
		assertThat(oauth2.refreshToken()).isNull();
		assertThat(oauth2.expiresAt()).isNull();
		OAuth1Credentials oauth1 = read(OAuth1Credentials.class, """
				{"type":"OAUTH1","oauth_token":"sesame-1","oauth_token_secret":"sesame-2","raw":{"a":null}}""");
		assertThat(oauth1.oauthToken()).isEqualTo("sesame-1");
		assertThat(oauth1.oauthTokenSecret()).isEqualTo("sesame-2");
		assertThat(oauth1.raw()).containsEntry("a", null);
		assertThat(oauth1.token()).isNull();
		OAuth2ClientCredentials client = read(OAuth2ClientCredentials.class, """
				{"type":"OAUTH2_CC","token":"sesame-1","client_id":"id","client_secret":"sesame-2",
				"expires_at":"2026-01-02T03:04:05.678+00:00","raw":{"b":1}}""");
		assertThat(client.token()).isEqualTo("sesame-1");
		assertThat(client.clientId()).isEqualTo("id");
		assertThat(client.clientSecret()).isEqualTo("sesame-2");
		assertThat(client.expiresAt()).isEqualTo(TIME);
		assertThat(client.raw()).isEqualTo(Map.of("b", 1));
	}

	@Test
	void keysAndPasswords() {
		ApiKeyCredentials key = read(ApiKeyCredentials.class, """
				{"type":"API_KEY","apiKey":"sesame-1"}""");
		assertThat(key.apiKey()).isEqualTo("sesame-1");
		assertThat(key.token()).isEqualTo("sesame-1");
		BasicCredentials basic = read(BasicCredentials.class, """
				{"type":"BASIC","username":"uma","password":"sesame-1"}""");
		assertThat(basic.username()).isEqualTo("uma");
		assertThat(basic.password()).isEqualTo("sesame-1");
		assertThat(basic.token()).isNull();
		TbaCredentials tba = read(TbaCredentials.class, """
				{"type":"TBA","token_id":"id","token_secret":"sesame-1","config_override":{"client_id":"x"}}""");
		assertThat(tba.tokenId()).isEqualTo("id");
		assertThat(tba.tokenSecret()).isEqualTo("sesame-1");
		assertThat(tba.configOverride()).isEqualTo(Map.of("client_id", "x"));
		BillCredentials bill = read(BillCredentials.class, """
				{"type":"BILL","username":"uma","password":"sesame-1","organization_id":"org","dev_key":"sesame-2",
				"session_id":"sesame-3","user_id":"u","expires_at":"2026-01-02T03:04:05.678Z"}""");
		assertThat(bill.organizationId()).isEqualTo("org");
		assertThat(bill.devKey()).isEqualTo("sesame-2");
		assertThat(bill.sessionId()).isEqualTo("sesame-3");
		assertThat(bill.userId()).isEqualTo("u");
		assertThat(bill.username() + bill.password()).isEqualTo("umasesame-1");
		assertThat(bill.expiresAt()).isEqualTo(TIME);
		assertThat(bill.raw()).isEmpty();
	}

	@Test
	void appsAndSignedTokens() {
		AppCredentials app = read(AppCredentials.class, """
				{"type":"APP","access_token":"sesame-1","expires_at":"2026-01-02T03:04:05.678Z","raw":{"c":1}}""");
		assertThat(app.token()).isEqualTo("sesame-1");
		assertThat(app.expiresAt()).isEqualTo(TIME);
		assertThat(app.raw()).isEqualTo(Map.of("c", 1));
		AppStoreCredentials store = read(AppStoreCredentials.class, """
				{"type":"APP_STORE","access_token":"sesame-1","private_key":"sesame-2"}""");
		assertThat(store.accessToken()).isEqualTo("sesame-1");
		assertThat(store.privateKey()).isEqualTo("sesame-2");
		assertThat(store.expiresAt()).isNull();
		JwtCredentials jwt = read(JwtCredentials.class, """
				{"type":"JWT","token":"sesame-1","privateKeyId":"k","issuerId":"i","privateKey":{"id":"sesame-2"}}""");
		assertThat(jwt.token()).isEqualTo("sesame-1");
		assertThat(jwt.privateKeyId()).isEqualTo("k");
		assertThat(jwt.issuerId()).isEqualTo("i");
		assertThat(jwt.privateKey()).isEqualTo(Map.of("id", "sesame-2"));
		TwoStepCredentials twoStep = read(TwoStepCredentials.class, """
				{"type":"TWO_STEP","token":"sesame-1","expires_at":null,"raw":{}}""");
		assertThat(twoStep.token()).isEqualTo("sesame-1");
		assertThat(twoStep.expiresAt()).isNull();
		SignatureCredentials signature = read(SignatureCredentials.class, """
				{"type":"SIGNATURE","username":"uma","password":"sesame-1","token":"sesame-2"}""");
		assertThat(signature.username() + signature.password()).isEqualTo("umasesame-1");
		assertThat(signature.token()).isEqualTo("sesame-2");
		CustomCredentials custom = read(CustomCredentials.class, """
				{"type":"CUSTOM","raw":{"key":"sesame-1"}}""");
		assertThat(custom.raw()).isEqualTo(Map.of("key", "sesame-1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "null", "{\"type\":\"NONE\"}" })
	void noneAreNone(String json) {
		Credentials none = read(NoCredentials.class, json);
		assertThat(none.type()).isEqualTo("NONE");
		assertThat(none.token()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"PASSKEY\",\"key\":\"sesame-1\"}", "{\"key\":\"sesame-1\"}",
			"{\"type\":7,\"key\":\"sesame-1\"}", "{\"type\":\"oauth2\",\"key\":\"sesame-1\"}" })
	void anUnknownKindStaysReadable(String json) {
		assertThat(read(UnknownCredentials.class, json).attributes()).containsEntry("key", "sesame-1");
	}

	@Test
	void whatIsMissingIsToldWhenItIsAskedFor() {
		OAuth2Credentials credentials = read(OAuth2Credentials.class, """
				{"type":"OAUTH2","access_token":7,"expires_at":"sesame"}""");
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(credentials::accessToken)
			.withMessageContaining("OAUTH2 credentials without \"access_token\"");
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(credentials::expiresAt)
			.withMessageContaining("\"expires_at\" is not a time")
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("sesame"));
		assertThatExceptionOfType(NangoResponseException.class)
			.isThrownBy(() -> FIXTURE.nango().connection("github", "conn-1").token())
			.withMessageContaining("OAUTH2 credentials without \"access_token\"");
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void credentialsThatAreNotOneTokenAreNoToken(Mode mode) {
		answers("{\"type\":\"BASIC\",\"username\":\"uma\",\"password\":\"sesame-1\"}");
		Operation token = ConnectionOperations.all()
			.stream()
			.filter((operation) -> operation.name().equals("connections.token"))
			.findFirst()
			.orElseThrow();
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> mode.call(token, FIXTURE.nango()))
			.withMessageContaining("BasicCredentials, which are not one token")
			.satisfies((failure) -> assertThat(failure.toString()).doesNotContain("sesame"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "\"sesame-1\"", "7" })
	void whatIsNoObjectIsRefusedWithoutBeingQuoted(String json) {
		answers(json);
		assertThatExceptionOfType(NangoResponseException.class)
			.isThrownBy(() -> FIXTURE.nango().connection("github", "conn-1").get())
			.withNoCause()
			.satisfies((failure) -> assertThat(failure.toString()).doesNotContain("sesame"));
	}

	@Test
	void aConnectionDoesNotTellItsSecrets() {
		answers("{\"type\":\"OAUTH2\",\"access_token\":\"sesame-1\",\"refresh_token\":\"sesame-2\"}");
		Connection connection = FIXTURE.nango().connection("github", "conn-1").get();
		assertThat(connection.toString()).contains("conn-1", "OAUTH2").doesNotContain("sesame");
		assertThat(FIXTURE.nango().connection("github", "conn-1").toString()).doesNotContain(TestClients.KEY);
		assertThat(FIXTURE.nango().toString() + FIXTURE.nango().reactive()).doesNotContain(TestClients.KEY);
	}

	@Test
	void integrationsAndVariablesDoNotTellTheirSecrets() {
		assertThat(IntegrationCredentials.oauth2("id", "sesame-1").withWebhookSecret("sesame-2").toString())
			.contains("OAUTH2")
			.doesNotContain("sesame");
		FIXTURE.answersJson("""
				{"data":[{"unique_key":"github","provider":"github","webhook_url":"https://hooks.test/sesame",
				"credentials":{"type":"OAUTH2","client_secret":"sesame-1"},"private_stuff":"sesame-2"}]}""");
		assertThat(FIXTURE.nango().integrations().list().toString()).contains("github").doesNotContain("sesame");
		FIXTURE.answersJson("[{\"name\":\"KEY\",\"value\":\"sesame-1\",\"old_value\":\"sesame-2\"}]");
		assertThat(FIXTURE.nango().environment().variables().toString()).contains("KEY").doesNotContain("sesame");
	}

	@ParameterizedTest
	@CsvSource({ "400", "401", "403", "404", "500" })
	void anExceptionDoesNotTellTheKey(int status) {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"code":"x","message":"The key %1$s is not known",
				"errors":[{"code":"c","message":"%1$s","path":["a"]}],"payload":{"a":"sesame-1"}}}"""
			.formatted(TestClients.KEY), status));
		NangoApiException failure = catchThrowableOfType(NangoApiException.class,
				() -> FIXTURE.nango().integrations().delete("github"));
		assertThat(failure.toString() + failure.error() + failure.fieldErrors()).contains("The key *** is not known")
			.doesNotContain(TestClients.KEY, "sesame");
	}

	private static <T extends Credentials> T read(Class<T> type, String json) {
		answers(json);
		Credentials credentials = FIXTURE.nango().connection("github", "conn-1").get().credentials();
		assertThat(credentials).isExactlyInstanceOf(type);
		assertThat(credentials.toString()).contains(credentials.type()).doesNotContain("sesame");
		Connection reactive = FIXTURE.nango().reactive().connection("github", "conn-1").get().block();
		assertThat(Objects.requireNonNull(reactive).credentials()).isEqualTo(credentials)
			.hasSameHashCodeAs(credentials);
		return type.cast(credentials);
	}

	private static void answers(String credentials) {
		FIXTURE.answersJson("""
				{"connection_id":"conn-1","provider_config_key":"github","provider":"github","credentials":%s}"""
			.formatted(credentials));
	}

}
