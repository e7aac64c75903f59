package org.nangospring.sample.record;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of records.
 *
 * @param model their model
 * @param records the records
 * @param nextCursor where the next page begins, or null when this is the last
 */
public record RecordsView(String model, List<RecordView> records, @Nullable String nextCursor) {
}
