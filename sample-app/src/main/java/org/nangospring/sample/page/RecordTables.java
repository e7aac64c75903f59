package org.nangospring.sample.page;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.record.RecordView;
import org.nangospring.sample.record.RecordsView;
import org.nangospring.sample.web.JsonText;

import org.springframework.stereotype.Component;

/**
 * Makes a table of records whose fields nobody knows beforehand.
 */
@Component
class RecordTables {

	private static final int MAX_COLUMNS = 4;

	private static final int MAX_TEXT = 80;

	private final JsonText json;

	RecordTables(JsonText json) {
		this.json = json;
	}

	RecordTable of(RecordsView page) {
		List<String> columns = page.records()
			.stream()
			.flatMap((row) -> row.data().entrySet().stream())
			.filter((field) -> isShort(field.getKey(), field.getValue()))
			.map((field) -> field.getKey())
			.distinct()
			.limit(MAX_COLUMNS)
			.toList();
		return new RecordTable(columns, page.records().stream().map((row) -> row(row, columns)).toList(),
				page.nextCursor());
	}

	/**
	 * The id has a column already, lists and objects don't fit into one, and addresses
	 * are of no use to the eye.
	 */
	private static boolean isShort(String name, @Nullable Object value) {
		return !name.equals("id") && (value instanceof Number || value instanceof Boolean
				|| (value instanceof String text && !text.startsWith("https://") && text.length() <= MAX_TEXT));
	}

	private RecordTable.Row row(RecordView view, List<String> columns) {
		List<String> cells = columns.stream().map((column) -> text(view.data().get(column))).toList();
		return new RecordTable.Row(view.id(), view.lastAction(), view.lastModifiedAt(), cells,
				this.json.write(view.data()));
	}

	private static String text(@Nullable Object value) {
		String text = (value != null) ? value.toString() : "";
		return (text.length() <= MAX_TEXT) ? text : text.substring(0, MAX_TEXT) + "…";
	}

}
