package org.nangospring.client.http;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The JSON of the client, which no setting of the application changes.
 */
class NangoJsonTests {

	@Test
	void aMissingOrNullNumberIsZero() {
		assertThat(this.<Numbers>read("{}", Numbers.class)).isEqualTo(new Numbers(0, null, false));
		assertThat(this.<Numbers>read("{\"count\":null,\"boxed\":null,\"on\":null}", Numbers.class))
			.isEqualTo(new Numbers(0, null, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"count\":5.7}", "{\"boxed\":5.7}", "{\"count\":99999999999}", "{\"count\":\"many\"}",
			"{\"count\":{}}" })
	void aNumberIsNotCutToFit(String json) {
		assertThatExceptionOfType(UnusableAnswerException.class)
			.isThrownBy(() -> this.<Numbers>read(json, Numbers.class));
	}

	@Test
	void unknownFieldsAreLeftOut() {
		assertThat(this.<Numbers>read("{\"count\":1,\"new\":{\"deep\":[1]}}", Numbers.class).count()).isEqualTo(1);
	}

	@Test
	void anEnumOfTheApplicationIsReadInAnyCaseAndAnUnknownValueIsRefused() {
		assertThat(this.<Color>read("\"red\"", Color.class)).isEqualTo(Color.RED);
		assertThatExceptionOfType(UnusableAnswerException.class)
			.isThrownBy(() -> this.<Color>read("\"sesame\"", Color.class))
			.satisfies((failure) -> assertThat(failure.getMessage()).contains("Color").doesNotContain("sesame"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "{\"count\":1", "{\"count\":1}}", "{} {}", "{'count':1}", "{count:1}", "nul",
			"{\"count\":sesame}", "{\"count\":01}" })
	void whatIsNoJsonIsRefusedWithoutBeingQuoted(String json) {
		assertThatExceptionOfType(UnusableAnswerException.class)
			.isThrownBy(() -> this.<Numbers>read(json, Numbers.class))
			.withNoCause()
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("sesame"));
	}

	@Test
	void jsonThatIsTooDeepIsRefused() {
		String json = "[".repeat(100_000) + "]".repeat(100_000);
		assertThatExceptionOfType(UnusableAnswerException.class)
			.isThrownBy(() -> this.<Object>read(json, Object.class));
	}

	@Test
	void aMistakeIsNamedByItsPlace() {
		assertThatExceptionOfType(UnusableAnswerException.class)
			.isThrownBy(() -> this.<Map<String, List<Numbers>>>read("{\"a\":[{},{\"count\":\"sesame\"}]}",
					new ParameterizedTypeReference<Map<String, List<Numbers>>>() {
					}.getType()))
			.withMessageContaining("\"a.[1].count\"")
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("sesame"));
	}

	@Test
	void textIsReadAndWrittenInUtf8() {
		assertThat(this.<String>read("\"größe 日本 😀\"", String.class)).isEqualTo("größe 日本 😀");
		assertThat(write(Map.of("a", "größe 日本 😀"))).isEqualTo("{\"a\":\"größe 日本 😀\"}");
	}

	@Test
	void halfACharacterIsNotTurnedIntoAnother() {
		assertThat(write(Map.of("a", "\ud83d"))).isEqualTo("{\"a\":\"\\uD83D\"}");
	}

	@Test
	void datesAreWrittenAsTextAndRecordsByTheirNames() {
		assertThat(write(new Named("x", Instant.parse("2026-01-02T03:04:05Z"))))
			.isEqualTo("{\"user_name\":\"x\",\"createdAt\":\"2026-01-02T03:04:05Z\"}");
		assertThat(write(new Empty())).isEqualTo("{}");
	}

	@Test
	void whatCannotBeWrittenIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> write(new Loop())).withMessageContaining("Loop");
	}

	private <T> T read(String json, Type type) {
		T value = NangoJson.instance().<T>read(json.getBytes(StandardCharsets.UTF_8), NangoJson.instance().type(type));
		assertThat(value).isNotNull();
		return value;
	}

	private static String write(Object value) {
		return new String(NangoJson.instance().write(value), StandardCharsets.UTF_8);
	}

	record Numbers(int count, @Nullable Integer boxed, boolean on) {
	}

	enum Color {

		RED

	}

	record Named(@JsonProperty("user_name") String name, Instant createdAt) {
	}

	static class Empty {

	}

	static class Loop {

		public Loop getSelf() {
			return this;
		}

	}

}
