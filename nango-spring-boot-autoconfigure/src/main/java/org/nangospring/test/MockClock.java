package org.nangospring.test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Time as Nango tells it. No two changes have the same time, and time goes on when the
 * mock is reset, so that cursors from before still have their place.
 */
final class MockClock {

	private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx")
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx")
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter MILLIS_Z = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final Clock clock = Clock.systemUTC();

	private Instant last = Instant.EPOCH;

	Instant now() {
		return this.clock.instant();
	}

	/**
	 * The time of the next change.
	 */
	synchronized Instant next() {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.last = now.isAfter(this.last) ? now : this.last.plus(1, ChronoUnit.MICROS);
		return this.last;
	}

	static String micros(Instant time) {
		return MICROS.format(time);
	}

	static String millis(Instant time) {
		return MILLIS.format(time);
	}

	static String millisZ(Instant time) {
		return MILLIS_Z.format(time);
	}

}
