package org.nangospring.sample.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.failure.InvalidInputException;
import org.nangospring.sample.record.RecordFilter;

import org.springframework.util.StringUtils;

/**
 * Which records a person has chosen to see.
 *
 * @param model their model, or null for the first
 * @param filter what happened to them last; empty for anything
 * @param since when they were changed at the earliest, in UTC as a browser sends it, or
 * null for any time
 * @param cursor where the page and those before it begin, without the first; Nango knows
 * the way forward only, so the way back is remembered here
 */
record RecordChoice(@Nullable String model, List<String> filter, @Nullable String since, List<String> cursor) {

	/**
	 * Creates a choice.
	 */
	RecordChoice {
		// everything may be missing in a request
		model = StringUtils.hasText(model) ? model : null;
		filter = Objects.requireNonNullElse(filter, List.of());
		since = StringUtils.hasText(since) ? since : null;
		cursor = Objects.requireNonNullElse(cursor, List.of());
	}

	/**
	 * Where the page begins.
	 * @return a cursor, or null for the first page
	 */
	public @Nullable String start() {
		return this.cursor.isEmpty() ? null : this.cursor.get(this.cursor.size() - 1);
	}

	/**
	 * Whether records are left out.
	 * @return whether they are
	 */
	public boolean filtered() {
		return !this.filter.isEmpty() || this.since != null;
	}

	/**
	 * Whether records are wanted to which this happened last.
	 * @param action what happened
	 * @return whether they were chosen
	 */
	public boolean has(RecordFilter action) {
		return this.filter.contains(action.value());
	}

	/**
	 * What the field for the time can show.
	 * @return the time as it was sent, or null when it is none
	 */
	public @Nullable String shownSince() {
		try {
			return (sinceTime() != null) ? this.since : null;
		}
		catch (InvalidInputException ex) {
			return null;
		}
	}

	/**
	 * The earliest change.
	 * @return a time, or null for any
	 * @throws InvalidInputException if it is none
	 */
	@Nullable Instant sinceTime() {
		if (this.since == null) {
			return null;
		}
		try {
			return LocalDateTime.parse(this.since).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			throw new InvalidInputException("The time must be like 2026-12-31T23:59.");
		}
	}

}
