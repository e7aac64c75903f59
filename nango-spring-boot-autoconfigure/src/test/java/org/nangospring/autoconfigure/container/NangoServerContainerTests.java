package org.nangospring.autoconfigure.container;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NangoServerContainerTests {

	private static final String OTHER_KEY = "22222222-2222-4333-8444-555555555555";

	@Test
	void withoutAVariableThePortIsTheOneOfTheImage() {
		assertThat(container(Map.of()).port()).isEqualTo(3003);
		assertThat(container(Map.of("SERVER_PORT", "")).port()).isEqualTo(3003);
	}

	@Test
	void theServerListensWhereItsVariableSays() {
		assertThat(container(Map.of("SERVER_PORT", " 8080")).port()).isEqualTo(8080);
	}

	@Test
	void aPortThatIsNoNumberIsNamedByItsVariable() {
		assertThatExceptionOfType(NangoConfigurationException.class)
			.isThrownBy(() -> container(Map.of("SERVER_PORT", "http")).port())
			.withMessageContaining("SERVER_PORT");
	}

	@Test
	void theKeyOfTheOnlyEnvironmentThatHasOneIsTheKey() {
		assertThat(container(Map.of("NANGO_SECRET_KEY_DEV", TestClients.KEY, "NANGO_SECRET_KEY_PROD", "", "PATH", "/"))
			.secretKey()).isEqualTo(TestClients.KEY);
	}

	@Test
	void environmentsWithTheSameKeyHaveOneKey() {
		assertThat(container(Map.of("NANGO_SECRET_KEY_DEV", TestClients.KEY, "NANGO_SECRET_KEY_PROD", TestClients.KEY))
			.secretKey()).isEqualTo(TestClients.KEY);
	}

	@Test
	void withoutVariablesOrWithSeveralKeysTheKeyIsNotKnown() {
		assertThat(container(Map.of("PATH", "/")).secretKey()).isNull();
		assertThat(container(Map.of("NANGO_SECRET_KEY_DEV", TestClients.KEY, "NANGO_SECRET_KEY_PROD", OTHER_KEY))
			.secretKey()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "dev," + TestClients.KEY, "PROD," + OTHER_KEY })
	void aLabelChoosesAmongEnvironments(String environment, String key) {
		assertThat(new NangoServerContainer(
				Map.of("NANGO_SECRET_KEY_DEV", TestClients.KEY, "NANGO_SECRET_KEY_PROD", OTHER_KEY),
				Map.of("org.nangospring.environment", environment))
			.secretKey()).isEqualTo(key);
	}

	@Test
	void anEnvironmentWithoutAKeyIsNamedAndNoKeyIs() {
		assertThatExceptionOfType(NangoConfigurationException.class)
			.isThrownBy(() -> new NangoServerContainer(Map.of("NANGO_SECRET_KEY_DEV", TestClients.KEY),
					Map.of("org.nangospring.environment", "staging"))
				.secretKey())
			.withMessageContaining("NANGO_SECRET_KEY_STAGING")
			.withMessageContaining("org.nangospring.environment")
			.withMessageNotContaining(TestClients.KEY);
	}

	@Test
	void aKeyInALabelComesFirst() {
		assertThat(new NangoServerContainer(Map.of("NANGO_SECRET_KEY_DEV", TestClients.KEY),
				Map.of("org.nangospring.secret-key", OTHER_KEY))
			.secretKey()).isEqualTo(OTHER_KEY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "192.0.2.1" })
	void theAddressIsThatOfThePublishedPort(String host) {
		assertThat(NangoServerContainer.address(host, 49153, false)).hasToString("http://" + host + ":49153");
		assertThat(NangoServerContainer.address(host, 49153, true)).hasToString("https://" + host + ":49153");
	}

	@Test
	void anAddressOfVersionSixIsPutInBrackets() {
		assertThat(NangoServerContainer.address("2001:db8::1", 49153, false)).hasHost("[2001:db8::1]").hasPort(49153);
	}

	private static NangoServerContainer container(Map<String, String> variables) {
		return new NangoServerContainer(variables, Map.of());
	}

}
