package org.nangospring.listener;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.fault.Message;
import org.nangospring.client.fault.SmallServer;

/**
 * A small Nango on a socket that has connections with records, and fails when it is told
 * to. As with Nango, a change moves a record to the end of its stream, and an unknown
 * cursor is answered with 500.
 */
public final class RecordsServer implements AutoCloseable {

	/** When the first change was made; each later one is a second younger. */
	public static final Instant BEGINNING = Instant.parse("2026-11-23T11:00:00Z");

	private final SmallServer server;

	private final Map<String, Map<String, String>> connections = new LinkedHashMap<>();

	private final Map<String, List<Row>> streams = new LinkedHashMap<>();

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private long changes;

	private volatile Function<Request, @Nullable String> failure = (request) -> null;

	private volatile String headers = "";

	public RecordsServer() throws IOException {
		this.server = new SmallServer(this::answer);
	}

	public String url() {
		return this.server.url();
	}

	/**
	 * Makes a connection, or changes its tags.
	 */
	public synchronized RecordsServer connect(String integration, String connection, String... tags) {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (int i = 0; i < tags.length; i += 2) {
			pairs.put(tags[i], tags[i + 1]);
		}
		this.connections.put(integration + "/" + connection, pairs);
		return this;
	}

	public synchronized void disconnect(String integration, String connection) {
		this.connections.remove(integration + "/" + connection);
		this.streams.keySet().removeIf((key) -> key.startsWith(integration + "/" + connection + "/"));
	}

	/**
	 * Adds a record, or changes it.
	 * @param stream the stream in the form integration/connection/model, with ::variant
	 * if there is one
	 * @param id the id of the record
	 * @param fields more fields of its payload as JSON, each with a comma before it
	 */
	public synchronized String put(String stream, String id, String fields) {
		boolean known = remove(stream, id);
		return add(stream, new Row(id, known ? "UPDATED" : "ADDED", fields, ++this.changes, false));
	}

	/**
	 * Adds records with a number each.
	 */
	public synchronized void fill(String stream, int from, int to) {
		for (int i = from; i < to; i++) {
			put(stream, "r" + i, ",\"number\":" + i);
		}
	}

	public synchronized String delete(String stream, String id) {
		remove(stream, id);
		return add(stream, new Row(id, "DELETED", null, ++this.changes, false));
	}

	public synchronized void prune(String stream, String id) {
		this.streams.get(stream)
			.replaceAll((row) -> row.id.equals(id) ? new Row(id, row.action, null, row.change, true) : row);
	}

	/**
	 * Removes all records without a trace, as a sync that is told to empty the cache
	 * does. Cursors stay good, and whatever is added later comes behind them.
	 */
	public synchronized void empty(String stream) {
		this.streams.remove(stream);
	}

	/**
	 * What to answer instead; null to answer as usual.
	 */
	public void failing(Function<Request, @Nullable String> newFailure) {
		this.failure = newFailure;
	}

	public void working() {
		this.failure = (request) -> null;
	}

	/**
	 * What all answers say of the rate limit.
	 */
	public void rateLimit(int limit, int remaining, Instant reset) {
		this.headers = "X-RateLimit-Limit: " + limit + "\r\nX-RateLimit-Remaining: " + remaining
				+ "\r\nX-RateLimit-Reset: " + reset.getEpochSecond() + "\r\n";
	}

	/**
	 * What all answers say of the time, besides the rate limit that was set.
	 */
	public void time(Instant time) {
		this.headers += "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)) + "\r\n";
	}

	/**
	 * The requests for records so far, or since they were forgotten.
	 */
	public List<Request> reads() {
		return this.requests.stream().filter(Request::isRead).toList();
	}

	public List<Request> listings() {
		return this.requests.stream().filter((request) -> request.path.equals("/connections")).toList();
	}

	/**
	 * The requests for single connections, by their own address.
	 */
	public List<Request> gets() {
		return this.requests.stream().filter(Request::isGet).toList();
	}

	public void forgetRequests() {
		this.requests.clear();
	}

	public static String error(int status, String code) {
		return SmallServer.answer(status, "", "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + code + "\"}}");
	}

	private String answer(Message message) {
		Request request = Request.of(message);
		this.requests.add(request);
		String failed = this.failure.apply(request);
		if (failed != null) {
			return failed;
		}
		return request.isRead() ? records(request) : (request.isGet() ? connection(request) : list(request));
	}

	private synchronized String list(Request request) {
		int limit = Integer.parseInt(request.query.getOrDefault("limit", "100"));
		int page = Integer.parseInt(request.query.getOrDefault("page", "0"));
		List<String> rows = new ArrayList<>();
		this.connections.forEach((key, tags) -> {
			String[] ids = key.split("/", 2);
			if (ids[0].equals(request.query.getOrDefault("integrationId", ids[0]))
					&& ids[1].equals(request.query.getOrDefault("connectionId", ids[1]))) {
				rows.add("{\"id\":1,\"connection_id\":\"" + ids[1] + "\",\"provider\":\"p\",\"provider_config_key\":\""
						+ ids[0] + "\",\"errors\":[],\"tags\":{"
						+ tags.entrySet()
							.stream()
							.map((tag) -> "\"" + tag.getKey() + "\":\"" + tag.getValue() + "\"")
							.collect(Collectors.joining(","))
						+ "}}");
			}
		});
		List<String> part = rows.subList(Math.min(page * limit, rows.size()),
				Math.min((page + 1) * limit, rows.size()));
		return ok("{\"connections\":[" + String.join(",", part) + "]}");
	}

	private synchronized String connection(Request request) {
		String id = request.path.substring(request.path.lastIndexOf('/') + 1);
		String integration = request.query.get("provider_config_key");
		return this.connections.containsKey(integration + "/" + id) ? ok(
				"{\"connection_id\":\"" + id + "\",\"provider\":\"p\",\"provider_config_key\":\"" + integration + "\"}")
				: error(404, "not_found");
	}

	private synchronized String records(Request request) {
		if (!this.connections.containsKey(request.integration + "/" + request.connection)) {
			return error(400, "unknown_connection");
		}
		List<Row> rows = this.streams.getOrDefault(request.stream(), List.of());
		String cursor = request.query.get("cursor");
		long after = 0;
		if (cursor != null) {
			if (!cursor.matches("c[0-9]+")) {
				return error(500, "server_error");
			}
			after = Long.parseLong(cursor.substring(1));
		}
		long from = after;
		List<Row> rest = rows.stream().filter((row) -> row.change > from).toList();
		int limit = Integer.parseInt(request.query.getOrDefault("limit", "100"));
		List<Row> part = rest.subList(0, Math.min(limit, rest.size()));
		String next = (part.size() < rest.size()) ? "\"" + part.get(part.size() - 1).cursor() + "\"" : "null";
		return ok("{\"records\":[" + part.stream().map(Row::json).collect(Collectors.joining(","))
				+ "],\"next_cursor\":" + next + "}");
	}

	private String ok(String json) {
		return SmallServer.answer(200, this.headers, json);
	}

	private String add(String stream, Row row) {
		this.streams.computeIfAbsent(stream, (key) -> new ArrayList<>()).add(row);
		return row.cursor();
	}

	private boolean remove(String stream, String id) {
		return this.streams.getOrDefault(stream, new ArrayList<>()).removeIf((row) -> row.id.equals(id));
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	/**
	 * A request that came in.
	 */
	public record Request(String path, Map<String, String> query, String integration, String connection) {

		static Request of(Message message) {
			String target = message.head().split(" ")[1];
			int mark = target.indexOf('?');
			Map<String, String> query = new LinkedHashMap<>();
			if (mark >= 0) {
				for (String pair : target.substring(mark + 1).split("&")) {
					String[] parts = pair.split("=", 2);
					query.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
							URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
				}
			}
			return new Request((mark < 0) ? target : target.substring(0, mark), query,
					header(message.head(), "Provider-Config-Key"), header(message.head(), "Connection-Id"));
		}

		private static String header(String head, String name) {
			return head.lines()
				.filter((line) -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
				.map((line) -> line.substring(name.length() + 1).trim())
				.findFirst()
				.orElse("");
		}

		public boolean isRead() {
			return this.path.equals("/records");
		}

		public boolean isGet() {
			return this.path.startsWith("/connections/");
		}

		/**
		 * The stream in the form integration/connection/model, with ::variant if there is
		 * one.
		 */
		public String stream() {
			String variant = this.query.get("variant");
			return this.integration + "/" + this.connection + "/" + this.query.get("model")
					+ ((variant != null) ? "::" + variant : "");
		}

		public @Nullable String cursor() {
			return this.query.get("cursor");
		}

	}

	private record Row(String id, String action, @Nullable String fields, long change, boolean pruned) {

		String cursor() {
			return "c" + this.change;
		}

		String json() {
			Instant at = BEGINNING.plusSeconds(this.change - 1);
			return "{\"id\":\"" + this.id + "\"" + ((this.fields != null) ? this.fields : "")
					+ ",\"_nango_metadata\":{\"first_seen_at\":\"" + at + "\",\"last_modified_at\":\"" + at
					+ "\",\"last_action\":\"" + this.action + "\",\"deleted_at\":"
					+ (this.action.equals("DELETED") ? "\"" + at + "\"" : "null") + ",\"pruned_at\":"
					+ (this.pruned ? "\"" + at + "\"" : "null") + ",\"cursor\":\"" + cursor() + "\"}}";
		}

	}

}
