package org.nangospring.sample.record;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted.
 *
 * @param model their model
 * @param cursor where to go on, or null to begin
 * @param limit how many at most
 * @param filter what happened to them last; empty for anything
 * @param since when they were changed at the earliest, or null for any time
 */
public record RecordSelection(String model, @Nullable String cursor, int limit, Set<RecordFilter> filter,
		@Nullable Instant since) {

	/**
	 * Creates a selection.
	 */
	public RecordSelection {
		filter = Set.copyOf(filter);
	}

}
