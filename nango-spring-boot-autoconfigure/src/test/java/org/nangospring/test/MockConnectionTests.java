package org.nangospring.test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nangospring.client.NangoCredentialsException;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.connection.ApiKeyCredentials;
import org.nangospring.client.connection.BasicCredentials;
import org.nangospring.client.connection.Connection;
import org.nangospring.client.connection.ConnectionSummary;
import org.nangospring.client.connection.NewCredentials;
import org.nangospring.client.connection.OAuth2Credentials;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MockConnectionTests {

	@RegisterExtension
	static final MockFixture fixture = new MockFixture();

	private final NangoMock mock = fixture.mock;

	@Test
	void aConnectionHasWhatWasSetUp() {
		this.mock.integration("github").provider("github-app").displayName("GitHub");
		this.mock.connection("github", "c1")
			.token("t", Instant.parse("2030-01-01T00:00:00Z"))
			.tag("Plan", "paid")
			.metadata(Map.of("lang", "fr"))
			.connectionConfig(Map.of("region", "eu"))
			.endUser("u1", "ada@acme.test", "Ada");
		Connection connection = fixture.github().get();
		assertThat(connection.connectionId()).isEqualTo("c1");
		assertThat(connection.integrationId()).isEqualTo("github");
		assertThat(connection.provider()).isEqualTo("github-app");
		assertThat(connection.tags()).containsExactly(Map.entry("plan", "paid"));
		assertThat(connection.metadata()).isEqualTo(Map.of("lang", "fr"));
		assertThat(connection.connectionConfig()).isEqualTo(Map.of("region", "eu"));
		assertThat(connection.endUser().id()).isEqualTo("u1");
		OAuth2Credentials credentials = (OAuth2Credentials) connection.credentials();
		assertThat(credentials.expiresAt()).isEqualTo("2030-01-01T00:00:00Z");
		assertThat(fixture.github().token()).isEqualTo("t");
		assertThat(fixture.github().rawTokenResponse()).containsEntry("access_token", "t");
	}

	@Test
	void theRefreshTokenIsThereOnlyWhenItIsAskedFor() {
		this.mock.connection("github", "c1").token("t");
		assertThat(((OAuth2Credentials) fixture.github().get().credentials()).refreshToken()).isNull();
		Connection connection = fixture.github().get((options) -> options.includeRefreshToken());
		assertThat(((OAuth2Credentials) connection.credentials()).refreshToken()).isEqualTo("mock-refresh-token");
	}

	@Test
	void credentialsMayBeOfAnyKind() {
		this.mock.connection("stripe", "key").apiKey("sk");
		this.mock.connection("stripe", "basic").basic("ada", "pw");
		this.mock.connection("stripe", "none").credentials(Map.of());
		assertThat(fixture.nango.connection("stripe", "key").get().credentials())
			.isInstanceOfSatisfying(ApiKeyCredentials.class, (it) -> assertThat(it.token()).isEqualTo("sk"));
		assertThat(fixture.nango.connection("stripe", "basic").get().credentials())
			.isInstanceOfSatisfying(BasicCredentials.class, (it) -> assertThat(it.username()).isEqualTo("ada"));
		assertThat(fixture.nango.connection("stripe", "none").get().credentials().token()).isNull();
	}

	@Test
	void whatIsMissingIsAnsweredAsNangoDoes() {
		this.mock.connection("github", "c1").missing();
		assertThatExceptionOfType(NangoNotFoundException.class).isThrownBy(() -> fixture.github().get())
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(404))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("not_found"));
		assertThatExceptionOfType(NangoNotFoundException.class)
			.isThrownBy(() -> fixture.nango.connection("nope", "c1").get())
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("unknown_provider_config"));
		assertThatExceptionOfType(NangoNotFoundException.class)
			.isThrownBy(() -> fixture.github().records("Issue").page())
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(400));
		assertThatExceptionOfType(NangoNotFoundException.class)
			.isThrownBy(() -> fixture.github().setMetadata(Map.of("a", 1)))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(404));
		assertThatExceptionOfType(NangoNotFoundException.class).isThrownBy(() -> fixture.github().delete())
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(400));
		assertThat(fixture.nango.connections().list()).isEmpty();
	}

	@Test
	void onlyWhatIsMissingOnPurposeHasNoHint() {
		this.mock.connection("github", "c1").missing();
		assertThatExceptionOfType(NangoNotFoundException.class).isThrownBy(() -> fixture.github().get());
		assertThat(this.mock.hints()).isEmpty();
		assertThatExceptionOfType(NangoNotFoundException.class)
			.isThrownBy(() -> fixture.nango.connection("github", "c2").get());
		assertThat(this.mock.hints()).singleElement()
			.asString()
			.contains("GET /connections/c2", "set up nangoMock.connection(\"github\", \"c2\")");
	}

	@Test
	void aTokenThatCannotBeRefreshedFailsWithBothStatuses() {
		this.mock.connection("github", "c1").refreshFails();
		for (int status : new int[] { 400, 424, 424 }) {
			assertThatExceptionOfType(NangoCredentialsException.class).isThrownBy(() -> fixture.github().get())
				.satisfies((ex) -> assertThat(ex.status()).isEqualTo(status));
		}
		assertThatExceptionOfType(NangoCredentialsException.class)
			.isThrownBy(() -> fixture.github().proxy().get("/user", Map.class));
		assertThat(fixture.nango.connections().list().get(0).errors()).hasSize(1);
	}

	@Test
	void connectionsAreListedByTagsAndPages() {
		for (int i = 0; i < 5; i++) {
			this.mock.connection("github", "c" + i).tag("plan", (i < 3) ? "paid" : "free");
		}
		this.mock.connection("slack", "s1").endUser("u1", null, null);
		assertThat(fixture.nango.connections().list((query) -> query.tag("plan", "paid")))
			.extracting(ConnectionSummary::connectionId)
			.containsExactly("c2", "c1", "c0");
		assertThat(fixture.nango.connections().stream((query) -> query.integrationIds("github").limit(2)))
			.extracting(ConnectionSummary::connectionId)
			.containsExactly("c4", "c3", "c2", "c1", "c0");
		this.mock.verify().call(HttpMethod.GET, "/connections").called(4);
		assertThat(fixture.nango.connections().list((query) -> query.search("slack"))).hasSize(1);
	}

	@Test
	void whatTheApplicationChangesCanBeLookedAt() {
		MockConnection connection = this.mock.connection("github", "c1").metadata(Map.of("a", 1, "b", 1));
		fixture.github().updateMetadata(Map.of("b", 2));
		assertThat(connection.metadata()).isEqualTo(Map.of("a", 1, "b", 2));
		fixture.nango.connections().setMetadata("github", List.of("c1"), Map.of("c", 3));
		assertThat(fixture.github().metadata()).isEqualTo(Map.of("c", 3));
		fixture.github().update((settings) -> settings.tags(Map.of("plan", "free")));
		assertThat(connection.tags()).isEqualTo(Map.of("plan", "free"));
		assertThat(connection.exists()).isTrue();
		fixture.github().delete();
		assertThat(connection.exists()).isFalse();
	}

	@Test
	void anImportedConnectionIsThere() {
		this.mock.integration("stripe");
		Connection made = fixture.nango.connections()
			.upsert("stripe", NewCredentials.apiKey("sk"),
					(connection) -> connection.connectionId("c9").metadata(Map.of("a", 1)));
		assertThat(made.connectionId()).isEqualTo("c9");
		assertThat(fixture.nango.connection("stripe", "c9").token()).isEqualTo("sk");
		assertThat(this.mock.connection("stripe", "c9").metadata()).isEqualTo(Map.of("a", 1));
	}

}
