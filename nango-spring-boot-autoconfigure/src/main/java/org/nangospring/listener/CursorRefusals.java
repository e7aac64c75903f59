package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How often a cursor was refused while Nango answered otherwise, without once being
 * accepted.
 *
 * @param cursor the cursor
 * @param count how often
 * @param first when it was refused first
 * @param last when it was refused last
 */
record CursorRefusals(String cursor, int count, Instant first, Instant last) {

	static CursorRefusals after(@Nullable CursorRefusals before, String cursor, Instant now) {
		return (before != null && before.cursor.equals(cursor))
				? new CursorRefusals(cursor, before.count + 1, before.first, now)
				: new CursorRefusals(cursor, 1, now, now);
	}

	Duration time() {
		return Duration.between(this.first, this.last);
	}

}
