package org.nangospring.sample.nango;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of the pretend provider that looks like Google Drive: it makes up files by
 * their numbers, so that all of them are there without being kept.
 */
final class PretendDrive {

	static final List<String> FOLDERS = List.of("Reports", "Plans", "Minutes");

	private static final String DOCUMENT = "application/vnd.google-apps.document";

	private static final int STEP = 7_919;

	private static final int ROWS = 2_000;

	void register(Router router) {
		router.add("GET", "/drive/v3/files/*", (request, path) -> file(path.get(0), request.query()));
		router.add("GET", "/drive/v3/files/*/export", (request, path) -> export(path.get(0)));
	}

	static ObjectNode describe(int number) {
		String folder = FOLDERS.get(number % FOLDERS.size());
		String mimeType = switch (folder) {
			case "Reports" -> "text/csv";
			case "Plans" -> DOCUMENT;
			default -> "text/markdown";
		};
		String id = id(number);
		return Json.object((it) -> it.put("id", id)
			.put("title", title(number, folder))
			.put("mimeType", mimeType)
			.put("folder", folder)
			.put("url", "https://drive.example/file/d/" + id));
	}

	static String id(int number) {
		return "1d" + Integer.toString(number * STEP, Character.MAX_RADIX);
	}

	private static String title(int number, String folder) {
		int week = 1 + number % 52;
		return switch (folder) {
			case "Reports" -> "Sales of week %02d (%d).csv".formatted(week, number);
			case "Plans" -> "Plan for week %02d (%d)".formatted(week, number);
			default -> "Minutes of week %02d (%d).md".formatted(week, number);
		};
	}

	private static @Nullable ObjectNode find(String id) {
		if (!id.matches("1d[0-9a-z]{1,6}")) {
			return null;
		}
		long number = Long.parseLong(id.substring(2), Character.MAX_RADIX);
		return (number > 0 && number % STEP == 0 && number / STEP < Integer.MAX_VALUE / STEP)
				? describe((int) (number / STEP)) : null;
	}

	private static Answer file(String id, Query query) {
		ObjectNode file = find(id);
		if (file == null) {
			return error(404, "File not found: " + id + ".");
		}
		if (!"media".equals(query.text("alt"))) {
			return Answer.json(Json.object((it) -> it.put("kind", "drive#file")
				.put("id", id)
				.put("name", file.path("title").asString())
				.put("mimeType", file.path("mimeType").asString())));
		}
		String mimeType = file.path("mimeType").asString();
		if (mimeType.equals(DOCUMENT)) {
			return error(403, "Only files with binary content can be downloaded. Use Export with Docs Editors files.");
		}
		return Answer.text(200, mimeType + "; charset=utf-8", content(file));
	}

	private static Answer export(String id) {
		ObjectNode file = find(id);
		return (file == null) ? error(404, "File not found: " + id + ".")
				: Answer.text(200, "text/plain; charset=utf-8", content(file));
	}

	private static String content(ObjectNode file) {
		String title = file.path("title").asString();
		if (title.endsWith(".csv")) {
			return IntStream.rangeClosed(1, ROWS)
				.mapToObj((row) -> row + ",Customer " + row % 97 + "," + row * 37 % 1000 + "\n")
				.collect(Collectors.joining("", "order,customer,amount\n", ""));
		}
		return "# " + title + "\n\n- What was done\n- What comes next\n- Who does it\n";
	}

	private static Answer error(int status, String message) {
		ObjectNode body = Json.object();
		body.putObject("error").put("code", status).put("message", message);
		return Answer.json(status, body);
	}

}
