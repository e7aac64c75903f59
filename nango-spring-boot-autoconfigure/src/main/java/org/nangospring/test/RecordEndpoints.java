package org.nangospring.test;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /records}.
 */
final class RecordEndpoints {

	private static final Set<String> ACTIONS = Set.of("added", "updated", "deleted");

	private static final String MODEL = "^[A-Z][a-zA-Z0-9_-]+$";

	private static final Duration OLDEST = Duration.ofDays(366);

	private final MockState state;

	RecordEndpoints(MockState state) {
		this.state = state;
	}

	void register(MockRouter router) {
		router.add("GET", "/records", (call, path) -> list(call));
		router.add("PATCH", "/records/prune", (call, path) -> prune(call));
	}

	private MockAnswer list(NangoCall call) {
		Parameters query = new Parameters(call, "model", "variant", "cursor", "limit", "filter", "ids", "ids[]",
				"modified_after");
		String model = query.required("model");
		if (!model.matches(MODEL)) {
			throw MockError.invalid(Parameters.CODE, "invalid_format",
					"Invalid string: must match pattern /" + MODEL + "/", "model");
		}
		int limit = query.number("limit", 1, 10_000, 100);
		Predicate<StoredRecord> wanted = actions(query).and(ids(query)).and(modifiedAfter(query));
		MockConnection connection = connection(call);
		StoredRecord.Position after = position(query.text("cursor"), "Failed to fetch records");
		List<StoredRecord> matches = connection.models()
			.inOrder(model, query.text("variant"))
			.stream()
			.filter((stored) -> after == null || stored.position().compareTo(after) > 0)
			.filter(wanted)
			.toList();
		MockAnswer answer = MockAnswer.json(page(matches, limit));
		return connection.models().has(model) ? answer
				: answer.hint("set up " + connection.code() + ".records(\"" + model + "\", records)");
	}

	private static ObjectNode page(List<StoredRecord> matches, int limit) {
		List<StoredRecord> page = matches.subList(0, Math.min(limit, matches.size()));
		ObjectNode json = MockJson.object();
		json.put("next_cursor",
				(page.size() < matches.size()) ? page.get(page.size() - 1).position().toCursor() : null);
		page.forEach((stored) -> json.withArray("records").add(stored.toJson()));
		json.withArray("records");
		return json;
	}

	private MockAnswer prune(NangoCall call) {
		String model = call.text("model");
		String cursor = call.text("until_cursor");
		if (model == null || cursor == null) {
			throw MockError.missing("invalid_body", (model == null) ? "model" : "until_cursor");
		}
		MockConnection connection = connection(call);
		StoredRecord.Position until = position(cursor, "Failed to prune records");
		List<String> ids = connection.models()
			.inOrder(model, call.text("variant"))
			.stream()
			.filter((stored) -> until != null && stored.position().compareTo(until) <= 0)
			.filter((stored) -> stored.prunedAt() == null)
			.map(StoredRecord::id)
			.toList();
		if (!ids.isEmpty()) {
			connection.models().named(model, call.text("variant")).pruned(ids.toArray(String[]::new));
		}
		return MockAnswer.json(MockJson.object().put("count", ids.size()).put("has_more", false));
	}

	private MockConnection connection(NangoCall call) {
		return this.state.connections()
			.required(call, MockError.of(400, "unknown_connection",
					"Provided ConnectionId and ProviderConfigKey does not match a valid connection"));
	}

	private static StoredRecord.@Nullable Position position(@Nullable String cursor, String failure) {
		StoredRecord.Position position = (cursor != null) ? StoredRecord.Position.of(cursor) : null;
		if (cursor != null && position == null) {
			throw MockError.of(500, "server_error", failure).hint("the cursor is none that this mock has given");
		}
		return position;
	}

	private static Predicate<StoredRecord> actions(Parameters query) {
		List<String> actions = query.commas("filter");
		for (int i = 0; i < actions.size(); i++) {
			if (!ACTIONS.contains(actions.get(i).toLowerCase(Locale.ROOT))) {
				throw MockError.invalid(Parameters.CODE, "invalid_value",
						"Invalid option: expected one of \"added\"|\"updated\"|\"deleted\"|\"ADDED\"|\"UPDATED\"|\"DELETED\"",
						"filter", Integer.toString(i));
			}
		}
		return (stored) -> actions.isEmpty() || actions.stream().anyMatch(stored.action()::equalsIgnoreCase);
	}

	private static Predicate<StoredRecord> ids(Parameters query) {
		List<String> ids = query.repeated("ids");
		if (ids.size() > 100) {
			throw MockError.invalid(Parameters.CODE, "invalid_union", "Invalid input", "ids");
		}
		return (stored) -> ids.isEmpty() || ids.contains(stored.id());
	}

	private Predicate<StoredRecord> modifiedAfter(Parameters query) {
		String text = query.text("modified_after");
		if (text == null) {
			return (stored) -> true;
		}
		Instant time = instant(text);
		if (time == null) {
			throw MockError.invalid(Parameters.CODE, "invalid_format", "Invalid ISO datetime", "modified_after");
		}
		if (time.isBefore(this.state.clock().now().minus(OLDEST))) {
			throw MockError.invalid(Parameters.CODE, "custom", "must be within the last 12 months", "modified_after");
		}
		return (stored) -> stored.modifiedAt().isAfter(time);
	}

	private static @Nullable Instant instant(String text) {
		try {
			return text.endsWith("Z") ? Instant.parse(text) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
