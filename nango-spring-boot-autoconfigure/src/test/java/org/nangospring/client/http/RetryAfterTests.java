package org.nangospring.client.http;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ "0,PT0S", "1,PT1S", "' 59 ',PT59S", "-5,PT0S", "99999999999999999999,PT8760H", "2147483648,PT8760H" })
	void secondsAreReadAndKeptWithinReason(String value, Duration expected) {
		assertThat(RetryAfter.parse(value, NOW)).isEqualTo(expected);
	}

	@Test
	void aDateIsTheTimeUntilThen() {
		assertThat(RetryAfter.parse("Mon, 23 Nov 2026 12:00:30 GMT", NOW)).isEqualTo(Duration.ofSeconds(30));
		assertThat(RetryAfter.parse("Mon, 23 Nov 2026 11:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
		assertThat(RetryAfter.parse("Fri, 31 Dec 9999 23:59:59 GMT", NOW)).isEqualTo(Duration.ofDays(365));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "soon", "1.5", "1s", "Mon, 99 Nov 2026 12:00:30 GMT", "\u0661" })
	void whatIsNotUnderstoodIsIgnored(String value) {
		assertThat(RetryAfter.parse(value, NOW)).isNull();
	}

	@Test
	void aMissingHeaderIsNoTime() {
		assertThat(RetryAfter.parse(null, NOW)).isNull();
	}

}
