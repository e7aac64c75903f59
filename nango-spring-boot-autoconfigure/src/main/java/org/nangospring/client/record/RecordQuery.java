package org.nangospring.client.record;

import java.lang.reflect.Type;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.NangoRequestBuilder;
import org.nangospring.client.http.PageSource;
import org.nangospring.client.http.ResponseReader;
import org.nangospring.client.http.SpareArrays;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

import org.springframework.http.HttpMethod;

/**
 * Which records to list, and how to read them. Immutable.
 */
record RecordQuery<T>(String integrationId, String connectionId, String model, ObjectReader payload,
		@Nullable String cursor, @Nullable Integer limit, @Nullable String filter, @Nullable Instant modifiedAfter,
		List<String> ids, @Nullable String variant) {

	private static final JavaType PRUNED = NangoJson.instance().type(Pruned.class);

	static final String LIST = "records.list";

	/** A tenth of the calls that Nango's own 100 would take. */
	static final int STREAM_LIMIT = 1_000;

	static final int MAX_LIMIT = 10_000;

	static final int MAX_IDS = 100;

	static <T> RecordQuery<T> of(String integrationId, String connectionId, String model, Type type) {
		return new RecordQuery<>(Arguments.id(integrationId, "integration id"),
				Arguments.id(connectionId, "connection id"), Arguments.text(model, "model"),
				NangoJson.instance().reader(NangoJson.instance().type(type)), null, null, null, null, List.of(), null);
	}

	RecordQuery<T> after(@Nullable String newCursor) {
		return new RecordQuery<>(this.integrationId, this.connectionId, this.model, this.payload, newCursor, this.limit,
				this.filter, this.modifiedAfter, this.ids, this.variant);
	}

	RecordQuery<T> withLimit(int newLimit) {
		return new RecordQuery<>(this.integrationId, this.connectionId, this.model, this.payload, this.cursor,
				Arguments.range(newLimit, 1, MAX_LIMIT, "limit"), this.filter, this.modifiedAfter, this.ids,
				this.variant);
	}

	RecordQuery<T> withFilter(RecordAction... actions) {
		if (actions.length == 0) {
			throw new IllegalArgumentException("Name at least one action to filter by");
		}
		String newFilter = Arrays.stream(actions)
			.map((action) -> Arguments.required(action, "action").value().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(","));
		return new RecordQuery<>(this.integrationId, this.connectionId, this.model, this.payload, this.cursor,
				this.limit, newFilter, this.modifiedAfter, this.ids, this.variant);
	}

	RecordQuery<T> withModifiedAfter(Instant time) {
		return new RecordQuery<>(this.integrationId, this.connectionId, this.model, this.payload, this.cursor,
				this.limit, this.filter, Arguments.required(time, "time"), this.ids, this.variant);
	}

	RecordQuery<T> withIds(List<String> newIds) {
		if (newIds.isEmpty() || newIds.size() > MAX_IDS) {
			throw new IllegalArgumentException("Nango takes from 1 to " + MAX_IDS + " ids in a call, not "
					+ newIds.size() + ". Ask for them in portions.");
		}
		newIds.forEach((id) -> Arguments.text(id, "record id"));
		return new RecordQuery<>(this.integrationId, this.connectionId, this.model, this.payload, this.cursor,
				this.limit, this.filter, this.modifiedAfter, List.copyOf(newIds), this.variant);
	}

	RecordQuery<T> withVariant(String newVariant) {
		return new RecordQuery<>(this.integrationId, this.connectionId, this.model, this.payload, this.cursor,
				this.limit, this.filter, this.modifiedAfter, this.ids, Arguments.text(newVariant, "variant"));
	}

	NangoRequest<RecordPage<T>> page() {
		return request(null).map((page) -> new RecordPage<>(List.copyOf(page.records()), page.nextCursor()));
	}

	/**
	 * Asks for page after page, for one stream.
	 */
	PageSource<NangoRecord<T>, String> pages() {
		return new RecordPages<>((this.limit != null) ? this : withLimit(STREAM_LIMIT), new CursorGuard(),
				new SpareArrays());
	}

	NangoRequest<UnreadPage<T>> request(@Nullable SpareArrays spare) {
		NangoRequestBuilder builder = NangoRequest.of(LIST, HttpMethod.GET)
			.path("/records")
			.connectionHeaders(this.integrationId, this.connectionId)
			.query("model", this.model)
			.query("variant", this.variant)
			// Nango wants Z at the end and knows no more than milliseconds: earlier is
			// safe, later would lose records
			.query("modified_after",
					(this.modifiedAfter != null) ? this.modifiedAfter.truncatedTo(ChronoUnit.MILLIS) : null)
			.query("limit", this.limit)
			.query("filter", this.filter)
			.query("cursor", this.cursor);
		// one parameter each: Nango does not split at commas
		this.ids.forEach((id) -> builder.query("ids", id));
		return builder.into(spare).reading(new RecordPageReader<>(this.payload, this.cursor, spare));
	}

	NangoRequest<PruneResult> prune(String untilCursor) {
		if (this.cursor != null || this.filter != null || this.modifiedAfter != null || !this.ids.isEmpty()) {
			throw new IllegalArgumentException("Records are pruned up to a cursor and by variant only:"
					+ " leave after, filter, modifiedAfter and ids out");
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("model", this.model);
		body.put("until_cursor", Arguments.text(untilCursor, "cursor"));
		if (this.limit != null) {
			body.put("limit", this.limit);
		}
		if (this.variant != null) {
			body.put("variant", this.variant);
		}
		ResponseReader<Pruned> reader = ResponseReader.json(PRUNED);
		return NangoRequest.of("records.prune", HttpMethod.PATCH)
			.path("/records/prune")
			.connectionHeaders(this.integrationId, this.connectionId)
			.json(body)
			// what is pruned stays pruned; a repeat only counts less
			.safeToRepeat()
			.reading(reader.map((pruned) -> new PruneResult(pruned.count(), pruned.hasMore())));
	}

	record Pruned(Long count, @JsonProperty("has_more") boolean hasMore) {

		Pruned {
			Answers.required(count, "count");
		}

	}

}
