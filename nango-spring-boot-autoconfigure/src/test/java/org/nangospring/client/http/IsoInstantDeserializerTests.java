package org.nangospring.client.http;

import java.time.Instant;
import java.util.Random;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shorter way to read a time comes to the same as Jackson's.
 */
class IsoInstantDeserializerTests {

	private static final JsonMapper JACKSON = JsonMapper.builder().build();

	@ParameterizedTest
	@ValueSource(strings = { "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.6Z", "2026-01-02T03:04:05.678Z",
			"2026-01-02T03:04:05.678901234Z", "2026-01-02T03:04:05+00:00", "2026-01-02T03:04:05.578484+00:00",
			"0000-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59Z", "2024-02-29T00:00:00Z" })
	void theUsualWaysToWriteATimeAreReadHere(String text) {
		assertThat(parse(text)).isNotNull().hasToString(jackson('"' + text + '"'));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-01-02T03:04:05+02:00", "2026-01-02T03:04:05-00:00", "2026-01-02T03:04Z",
			"2026-01-02T24:00:00Z", "2026-01-02T23:59:60Z", "2025-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
			"2026-00-01T00:00:00Z", "2026-01-32T00:00:00Z", "2026-01-02 03:04:05Z", "2026-01-02T03:04:05.Z",
			"2026-01-02T03:04:05.1234567890Z", "2026-01-02T03:04:05,5Z", "2026-01-02T03:04:0５Z",
			"+12026-01-02T03:04:05Z", "-2026-01-02T03:04:05Z", "2026-01-02T03:04:05", "2026-01-02", "Z", "", "x",
			"+00:00", "2026-01-02T03:04:05+0000", "2026/01/02T03:04:05Z" })
	void everythingElseIsLeftToJackson(String text) {
		assertThat(parse(text)).isNull();
		assertThat(ours('"' + text + '"')).isEqualTo(jackson('"' + text + '"'));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1767323045", "1767323045.5", "null", "true", "{}", "[]" })
	void whatIsNoTextIsLeftToJackson(String json) {
		assertThat(ours(json)).isEqualTo(jackson(json));
	}

	@Test
	void whateverIsChangedInATimeItIsReadAsJacksonReadsIt() {
		Random random = new Random(20261123);
		String alphabet = "0123456789-:TZ.+ ";
		for (int i = 0; i < 100_000; i++) {
			StringBuilder text = new StringBuilder("2026-01-02T03:04:05.678901Z");
			for (int change = random.nextInt(4); change >= 0; change--) {
				int at = random.nextInt(text.length());
				switch (random.nextInt(3)) {
					case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
					case 1 -> text.deleteCharAt(at);
					default -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
				}
			}
			Instant instant = parse(text.toString());
			if (instant != null) {
				assertThat(instant).as(text.toString()).hasToString(jackson('"' + text.toString() + '"'));
			}
		}
	}

	@Test
	void aFormatOfThePropertysOwnIsHonoured() {
		Formatted formatted = NangoJson.instance()
			.read("{\"day\":\"02.01.2026 03:04\",\"at\":\"2026-01-02T03:04:05Z\"}".getBytes(),
					NangoJson.instance().type(Formatted.class));
		assertThat(formatted)
			.isEqualTo(new Formatted(Instant.parse("2026-01-02T03:04:00Z"), Instant.parse("2026-01-02T03:04:05Z")));
	}

	private static @Nullable Instant parse(String text) {
		// with something around it, as in a parser's buffer
		return IsoInstants.parse(("#" + text + "99").toCharArray(), 1, text.length());
	}

	private static String ours(String json) {
		try {
			Object read = NangoJson.instance().read(json.getBytes(), NangoJson.instance().type(Instant.class));
			return String.valueOf(read);
		}
		catch (UnusableAnswerException ex) {
			return "failed";
		}
	}

	private static String jackson(String json) {
		try {
			return String.valueOf(JACKSON.readValue(json, Instant.class));
		}
		catch (JacksonException ex) {
			return "failed";
		}
	}

	record Formatted(@JsonFormat(pattern = "dd.MM.yyyy HH:mm", timezone = "UTC") Instant day, Instant at) {
	}

}
