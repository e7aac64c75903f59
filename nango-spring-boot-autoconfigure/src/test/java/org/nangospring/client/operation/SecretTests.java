package org.nangospring.client.operation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.connection.NewCredentials;
import org.nangospring.client.integration.IntegrationCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What is secret shows where it is asked for and nowhere else.
 */
class SecretTests {

	/** Everything secret that answers of the catalogue have. */
	static final List<String> SECRETS = List.of(TestClients.KEY, ConnectSessionOperations.TOKEN, "https://connect.test",
			"access-1", "refresh-1", "secret-1", "client-1", "key-10", "signing-2", "u@acme.test", "hmac-1");

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	static Stream<Operation> operationsWithModels() {
		return OperationCatalog.all()
			.stream()
			// what is asked for as text or as a map is meant to be seen
			.filter((operation) -> !operation.isProxy()
					&& !List.of("connections.token", "connections.rawTokenResponse").contains(operation.name()));
	}

	@ParameterizedTest
	@MethodSource("operationsWithModels")
	void noResultShowsASecretInALog(Operation operation) {
		FIXTURE.answers(OperationTests.answer(operation));
		String result = Objects.toString(Mode.BLOCKING.call(operation, FIXTURE.nango()));
		assertThat(result).doesNotContain(SECRETS);
	}

	@Test
	void credentialsThatAreBroughtAlongDoNotShow() {
		assertThat(List
			.of(NewCredentials.oauth2("sesame"), NewCredentials.oauth1("sesame", "sesame"),
					NewCredentials.oauth2Client("sesame", "sesame", "sesame"), NewCredentials.basic("sesame", "sesame"),
					NewCredentials.apiKey("sesame"), NewCredentials.app("sesame", "sesame"),
					NewCredentials.tba("sesame", "sesame"),
					NewCredentials.oauth2("a").withRefreshToken("sesame").withConfigOverride("sesame", "sesame"),
					NewCredentials.of(Map.of("type", "OAUTH2", "access_token", "sesame")))
			.toString()).doesNotContain("sesame").contains("NewCredentials[type=OAUTH2, ***]");
	}

	@Test
	void aQuickstartTakesNoCredentialsAndNoConfiguration() {
		var integrations = FIXTURE.nango().integrations();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> integrations.quickstart("github", "github",
					(settings) -> settings.credentials(IntegrationCredentials.oauth2("a", "sesame"))))
			.withMessageContaining("displayName and forwardWebhooks only")
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("sesame"));
		assertThatIllegalArgumentException().isThrownBy(() -> integrations.quickstart("github", "github",
				(settings) -> settings.integrationConfig(Map.of("a", "b"))));
		assertThatIllegalArgumentException().isThrownBy(
				() -> integrations.quickstart("github", "github", (settings) -> settings.integrationId("other")));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void environmentsAreMadeWithTheKeyOfTheAccount() {
		FIXTURE.answers(WireMock.okJson("{\"data\":{\"id\":3,\"name\":\"staging\"}}"));
		try (NangoClient account = NangoClient.builder()
			.secretKey("account-key")
			.host(FIXTURE.server().baseUrl())
			.build()) {
			account.environments().create("staging");
		}
		assertThat(FIXTURE.onlyRequest().getHeaders().getHeader("Authorization").values())
			.containsExactly("Bearer account-key");
	}

}
