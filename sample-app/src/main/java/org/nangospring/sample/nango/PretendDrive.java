package org.nangospring.sample.nango;

import java.util.List;
import java.util.stream.IntStream;

import tools.jackson.databind.node.ObjectNode;

/**
 * The part of the pretend provider that looks like Google Drive.
 */
final class PretendDrive {

	private static final int PAGE = 100;

	void register(Router router) {
		router.add("GET", "/drive/v3/files", (request, path) -> list(request));
		router.add("GET", "/drive/v3/files/*", (request, path) -> file(path.get(0), request.query()));
		router.add("GET", "/drive/v3/files/*/export", (request, path) -> export(path.get(0)));
	}

	/**
	 * How many files there are before any sync brings new ones.
	 * @param account the account
	 * @return the number
	 */
	static int filesOf(String account) {
		return account.equals("large") ? 3_200 : 30;
	}

	private static Answer list(Request request) {
		Query query = request.query();
		int size = PretendProvider.positive(query.text("pageSize"), PAGE, 1_000);
		int first = PretendProvider.positive(query.text("pageToken"), 1, Integer.MAX_VALUE);
		int last = Math.min(first + size - 1, filesOf(FakeTokens.accountOf(request)));
		List<ObjectNode> files = IntStream.rangeClosed(first, last)
			.mapToObj((number) -> describe(new PretendFile(number)))
			.toList();
		ObjectNode body = Json.object().put("kind", "drive#fileList").put("incompleteSearch", false);
		if (last < filesOf(FakeTokens.accountOf(request))) {
			body.put("nextPageToken", Integer.toString(last + 1));
		}
		body.set("files", Json.array(files));
		return Answer.json(body);
	}

	private static Answer file(String id, Query query) {
		PretendFile file = PretendFile.find(id);
		if (file == null) {
			return notFound(id);
		}
		if (!"media".equals(query.text("alt"))) {
			return Answer.json(describe(file));
		}
		if (file.isGoogles()) {
			return error(403, "Only files with binary content can be downloaded. Use Export with Docs Editors files.");
		}
		return content(file, file.mimeType());
	}

	private static Answer export(String id) {
		PretendFile file = PretendFile.find(id);
		return (file == null) ? notFound(id) : content(file, "text/plain");
	}

	private static ObjectNode describe(PretendFile file) {
		return Json.object((it) -> it.put("kind", "drive#file")
			.put("id", file.id())
			.put("name", file.title())
			.put("mimeType", file.mimeType()));
	}

	private static Answer content(PretendFile file, String mimeType) {
		String type = mimeType.startsWith("text/") ? mimeType + "; charset=utf-8" : mimeType;
		return Answer.text(200, type, file.content());
	}

	private static Answer notFound(String id) {
		return error(404, "File not found: " + id + ".");
	}

	private static Answer error(int status, String message) {
		ObjectNode body = Json.object();
		body.putObject("error").put("code", status).put("message", message);
		return Answer.json(status, body);
	}

}
