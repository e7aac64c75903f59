package org.nangospring.sample.nango;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /records}.
 */
final class RecordsApi {

	private static final Set<String> ACTIONS = Set.of("added", "updated", "deleted", "ADDED", "UPDATED", "DELETED");

	private static final String MODEL_PATTERN = "^[A-Z][a-zA-Z0-9_-]+$";

	private static final Duration OLDEST = Duration.ofDays(366);

	private static final int MAXIMUM_IDS = 100;

	private final Workspace workspace;

	RecordsApi(Workspace workspace) {
		this.workspace = workspace;
	}

	void register(Router router) {
		router.add("GET", "/records", this::list);
	}

	private Answer list(Request request, List<String> path) {
		Violations headerViolations = Violations.ofHeaders();
		ConnectionHeaders headers = ConnectionHeaders.of(request, headerViolations);
		headerViolations.throwIfAny();
		Query query = request.query();
		String model = model(query);
		String variant = query.text("variant");
		String cursor = query.text("cursor");
		int limit = query.number("limit", 1, 10000, 100);
		Predicate<StoredRecord> wanted = actions(query).and(ids(query)).and(modifiedAfter(query));
		query.allowOnly("model", "variant", "cursor", "limit", "filter", "ids", "modified_after");
		Connection connection = this.workspace.connections().find(headers.connectionId(), headers.providerConfigKey());
		if (connection == null) {
			throw ApiError.of(400, "unknown_connection",
					"Provided ConnectionId and ProviderConfigKey does not match a valid connection");
		}
		List<StoredRecord> matches = records(connection, model, variant).stream()
			.filter(after(cursor))
			.filter(wanted)
			.toList();
		return Answer.json(page(matches, limit));
	}

	private List<StoredRecord> records(Connection connection, String model, @Nullable String variant) {
		if (variant != null && !variant.equals("base")) {
			return List.of();
		}
		for (SyncJob job : this.workspace.syncs().of(connection)) {
			if (job.script().model().equals(model)) {
				return job.records().byModification();
			}
		}
		return List.of();
	}

	private static ObjectNode page(List<StoredRecord> matches, int limit) {
		List<StoredRecord> page = matches.subList(0, Math.min(limit, matches.size()));
		ArrayNode records = Json.array(page.stream().map(StoredRecord::toJson).toList());
		String nextCursor = (page.size() < matches.size()) ? page.get(page.size() - 1).position().toCursor() : null;
		return Json.object((it) -> it.put("next_cursor", nextCursor).set("records", records));
	}

	private static String model(Query query) {
		String model = query.requiredText("model");
		if (!model.isEmpty() && !model.matches(MODEL_PATTERN)) {
			query.violations()
				.add("invalid_format", "Invalid string: must match pattern /" + MODEL_PATTERN + "/", "model");
		}
		return model;
	}

	private static Predicate<StoredRecord> after(@Nullable String cursor) {
		if (cursor == null) {
			return (it) -> true;
		}
		StoredRecord.Position position = StoredRecord.Position.ofCursor(cursor);
		if (position == null) {
			throw ApiError.of(500, "server_error", "Failed to fetch records");
		}
		return (it) -> it.position().compareTo(position) > 0;
	}

	private static Predicate<StoredRecord> actions(Query query) {
		String filter = query.text("filter");
		if (filter == null) {
			return (it) -> true;
		}
		List<String> actions = Arrays.asList(filter.split(","));
		for (int i = 0; i < actions.size(); i++) {
			if (!ACTIONS.contains(actions.get(i))) {
				query.violations()
					.add("invalid_value",
							"Invalid option: expected one of \"added\"|\"updated\"|\"deleted\"|\"ADDED\"|\"UPDATED\"|\"DELETED\"",
							"filter", Integer.toString(i));
			}
		}
		Set<String> names = actions.stream().map((it) -> it.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
		return (it) -> names.contains(it.lastAction().name());
	}

	private static Predicate<StoredRecord> ids(Query query) {
		List<String> ids = query.list("ids");
		if (ids.size() > MAXIMUM_IDS) {
			query.violations().invalidUnion("ids");
		}
		return (it) -> ids.isEmpty() || ids.contains(it.id());
	}

	private Predicate<StoredRecord> modifiedAfter(Query query) {
		String text = query.text("modified_after");
		if (text == null) {
			return (it) -> true;
		}
		Instant after = instant(text);
		if (after == null) {
			query.violations().add("invalid_format", "Invalid ISO datetime", "modified_after");
			return (it) -> true;
		}
		if (after.isBefore(this.workspace.now().minus(OLDEST))) {
			query.violations().add("custom", "must be within the last 12 months", "modified_after");
		}
		return (it) -> it.position().modifiedAt().isAfter(after);
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
