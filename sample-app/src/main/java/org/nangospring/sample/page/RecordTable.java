package org.nangospring.sample.page;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Records as a table.
 *
 * @param columns the names of the fields that get a column
 * @param rows the records
 * @param nextCursor where the next page begins, or null when this is the last
 */
record RecordTable(List<String> columns, List<Row> rows, @Nullable String nextCursor) {

	/**
	 * A record.
	 *
	 * @param id its id
	 * @param lastAction what happened to it last
	 * @param lastModifiedAt when that was, or null
	 * @param cells the fields of the columns as text
	 * @param json all of its fields
	 */
	record Row(String id, String lastAction, @Nullable Instant lastModifiedAt, List<String> cells, String json) {
	}

}
