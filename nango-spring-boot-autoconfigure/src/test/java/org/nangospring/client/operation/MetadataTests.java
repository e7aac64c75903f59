package org.nangospring.client.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangospring.client.NangoResponseException;
import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Metadata in the types of the application.
 */
class MetadataTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	static List<Object> noObjects() {
		return List.of("text", 7, true, List.of(1), new int[] { 1 }, Optional.empty(), Instant.EPOCH);
	}

	@ParameterizedTest
	@MethodSource("noObjects")
	void whatIsNoObjectIsRefusedBeforeAnythingIsSent(Object metadata) {
		var connection = FIXTURE.nango().connection("github", "conn-1");
		var reactive = FIXTURE.nango().reactive().connection("github", "conn-1");
		assertThatIllegalArgumentException().isThrownBy(() -> connection.setMetadata(metadata))
			.withMessageContaining("has to be an object in JSON");
		assertThatIllegalArgumentException().isThrownBy(() -> connection.updateMetadata(metadata));
		assertThatIllegalArgumentException().isThrownBy(() -> reactive.setMetadata(metadata).block());
		assertThatIllegalArgumentException().isThrownBy(() -> reactive.updateMetadata(metadata).block());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().connections().setMetadata("github", List.of("c"), metadata));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void noConnectionsAndNoMetadataAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().connections().setMetadata("github", List.of(), Map.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().connection("github", "conn-1").setMetadata(null));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void anObjectOfNothingIsAnObject() {
		FIXTURE.answersJson("{}");
		FIXTURE.nango().connection("github", "conn-1").setMetadata(Map.of());
		assertThat(FIXTURE.onlyRequest().getBodyAsString()).contains("\"metadata\":{}");
	}

	@Test
	void metadataIsReadIntoRecordsAndGenericTypes() {
		answers("{\"langs\":[\"de\",\"fr\"],\"other\":1}");
		var connection = FIXTURE.nango().connection("github", "conn-1");
		assertThat(connection.metadata(Settings.class)).isEqualTo(new Settings(List.of("de", "fr")));
		assertThat(connection.metadata(new ParameterizedTypeReference<Holder<List<String>>>() {
		})).isEqualTo(new Holder<>(List.of("de", "fr")));
	}

	@Test
	void missingMetadataIsAnObjectOfNothing() {
		answers("null");
		var connection = FIXTURE.nango().connection("github", "conn-1");
		assertThat(connection.metadata()).isEmpty();
		assertThat(connection.metadata(Settings.class)).isEqualTo(new Settings(null));
	}

	@Test
	void metadataThatDoesNotFitIsRefusedWithoutBeingQuoted() {
		answers("{\"langs\":\"sesame\"}");
		assertThatExceptionOfType(NangoResponseException.class)
			.isThrownBy(() -> FIXTURE.nango().connection("github", "conn-1").metadata(Settings.class))
			.withMessageContaining("langs")
			.withNoCause()
			.satisfies((failure) -> assertThat(failure.toString()).doesNotContain("sesame"));
	}

	private static void answers(String metadata) {
		FIXTURE.answersJson("""
				{"connection_id":"conn-1","provider_config_key":"github","provider":"github","metadata":%s}"""
			.formatted(metadata));
	}

	record Settings(List<String> langs) {
	}

	record Holder<T>(T langs) {
	}

}
