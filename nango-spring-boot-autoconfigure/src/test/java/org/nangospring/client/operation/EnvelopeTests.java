package org.nangospring.client.operation;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.integration.Integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The envelopes of older servers.
 */
class EnvelopeTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@ParameterizedTest
	@ValueSource(strings = { "data", "configs" })
	void aListIsReadFromEitherEnvelope(String envelope) {
		FIXTURE.answersJson("""
				{"%s":[{"unique_key":"github","provider":"github","syncs":[]}]}""".formatted(envelope));
		assertThat(FIXTURE.nango().integrations().list()).extracting(Integration::integrationId)
			.containsExactly("github");
		assertThat(FIXTURE.nango().reactive().integrations().list().block()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "data", "config" })
	void anIntegrationIsReadFromEitherEnvelope(String envelope) {
		FIXTURE.answersJson("""
				{"%s":{"unique_key":"github","provider":"github","actions":[]}}""".formatted(envelope));
		assertThat(FIXTURE.nango().integrations().get("github").additionalProperties()).containsKey("actions");
		assertThat(FIXTURE.nango().reactive().integrations().get("github").block()).isNotNull();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anIntegrationWithoutItsIdIsRefused(Mode mode) {
		FIXTURE.answersJson("""
				{"data":[{"unique_key":"github","provider":"github"},{"provider":"slack"}]}""");
		assertThatExceptionOfType(NangoResponseException.class)
			.isThrownBy(() -> mode.call(IntegrationOperations.all().get(0), FIXTURE.nango()))
			.withMessageContaining("lacks \"unique_key\" at \"data.[1]\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":[null]}", "{\"data\":null}", "{\"data\":{}}", "{\"data\":[[]]}" })
	void aListOfSomethingElseIsRefused(String answer) {
		FIXTURE.answersJson(answer);
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> FIXTURE.nango().integrations().list());
		assertThatExceptionOfType(NangoResponseException.class)
			.isThrownBy(() -> FIXTURE.nango().reactive().integrations().list().block());
	}

}
