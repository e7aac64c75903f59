package org.nangospring.sample.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The ways from a page of records to others, each as a query.
 *
 * @param page the number of the page
 * @param first to the first page, or null when this is it
 * @param previous to the page before, or null when there is none
 * @param next to the page after, or null when there is none
 * @param unfiltered to all records of the model, or null when these are all
 */
record RecordLinks(int page, @Nullable String first, @Nullable String previous, @Nullable String next,
		@Nullable String unfiltered) {

	/** An address does not hold more of them. */
	private static final int REMEMBERED = 40;

	static RecordLinks of(RecordChoice choice, @Nullable String nextCursor) {
		List<String> way = choice.cursor();
		return new RecordLinks(way.size() + 1, way.isEmpty() ? null : query(choice, List.of()),
				way.isEmpty() ? null : query(choice, way.subList(0, way.size() - 1)),
				(nextCursor != null) ? query(choice, further(way, nextCursor)) : null, choice.filtered()
						? query(new RecordChoice(choice.model(), List.of(), null, List.of()), List.of()) : null);
	}

	private static List<String> further(List<String> way, String nextCursor) {
		List<String> further = new ArrayList<>(way.subList(Math.max(0, way.size() - REMEMBERED), way.size()));
		further.add(nextCursor);
		return further;
	}

	static String query(RecordChoice choice, List<String> cursors) {
		UriComponentsBuilder query = UriComponentsBuilder.newInstance();
		add(query, "model", (choice.model() != null) ? List.of(choice.model()) : List.of());
		add(query, "filter", choice.filter());
		add(query, "since", (choice.since() != null) ? List.of(choice.since()) : List.of());
		add(query, "cursor", cursors);
		return query.build(true).toUriString();
	}

	private static void add(UriComponentsBuilder query, String name, List<String> values) {
		values.forEach((value) -> query.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
	}

}
