package org.nangospring.sample.nango;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FrequencyTests {

	@ParameterizedTest
	@CsvSource({ "every hour, PT1H", "every 30 minutes, PT30M", "6 hours, PT6H", "30s, PT30S", "every 2 days, PT48H",
			"every month, PT720H", "week, PT168H", "half day, PT12H", "every half hour, PT30M",
			"every quarter hour, PT15M" })
	void readsWhatNangoReads(String text, Duration interval) {
		assertThat(Frequency.parse(text)).isEqualTo(new Frequency(text, interval));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "whenever", "every", "every -1 hours", "every 99999 hours", "every 2 weeks" })
	void refusesTheRest(String text) {
		assertThat(Frequency.parse(text)).isNull();
	}

	@Test
	void lessThanHalfAMinuteIsTooShort() {
		assertThat(new Frequency("29 s", Duration.ofSeconds(29)).isTooShort()).isTrue();
		assertThat(new Frequency("30 s", Duration.ofSeconds(30)).isTooShort()).isFalse();
	}

}
