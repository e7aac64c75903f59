package org.nangospring.client.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Types whose constructors take what was read.
 */
class SpreadConstructorsTests {

	@Test
	void argumentsOfAllKindsArriveInTheirPlaces() {
		assertThat(read("{\"name\":\"n\",\"count\":3,\"big\":4,\"on\":true,\"list\":[1,2]}", Plain.class))
			.isEqualTo(new Plain(3, "n", 4L, true, List.of(1, 2)));
		assertThat(read("{}", Plain.class)).isEqualTo(new Plain(0, null, 0L, false, null));
	}

	@Test
	void aHiddenConstructorAndOneWithVariableArgumentsAreCalled() {
		assertThat(read("{\"name\":\"n\",\"size\":7}", Hidden.class).text()).isEqualTo("n7");
		assertThat(read("{\"name\":\"n\",\"rest\":[\"a\",\"b\"]}", Variable.class).text()).isEqualTo("n[a, b]");
	}

	@Test
	void aConstructorThatRefusesIsAFailureOfTheTypeWithoutItsMessage() {
		assertThatExceptionOfType(UnusableAnswerException.class)
			.isThrownBy(() -> read("{\"name\":\"n\"}", Refusing.class))
			.withMessageContaining("does not fit")
			.withMessageNotContaining("secret");
		assertThatExceptionOfType(UnusableAnswerException.class)
			.isThrownBy(() -> read("{\"name\":\"n\"}", Missing.class))
			.withMessageContaining("lacks \"field\"");
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> read("{\"name\":\"n\"}", Endless.class));
	}

	private static <T> T read(String json, Class<T> type) {
		T value = NangoJson.instance().read(json.getBytes(StandardCharsets.UTF_8), NangoJson.instance().type(type));
		assertThat(value).isNotNull();
		return value;
	}

	record Plain(int count, String name, long big, boolean on, List<Integer> list) {
	}

	private static final class Hidden {

		private final String text;

		@JsonCreator
		private Hidden(@JsonProperty("name") String name, @JsonProperty("size") int size) {
			this.text = name + size;
		}

		String text() {
			return this.text;
		}

	}

	static final class Variable {

		private final String text;

		@JsonCreator
		Variable(@JsonProperty("name") String name, @JsonProperty("rest") String... rest) {
			this.text = name + Arrays.toString(rest);
		}

		String text() {
			return this.text;
		}

	}

	record Refusing(String name) {

		Refusing {
			throw new IllegalStateException("secret");
		}

	}

	record Missing(String name) {

		Missing {
			Answers.required(null, "field");
		}

	}

	record Endless(String name) {

		Endless {
			throw new StackOverflowError();
		}

	}

}
