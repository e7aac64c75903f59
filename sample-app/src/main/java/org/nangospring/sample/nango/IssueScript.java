package org.nangospring.sample.nango;

import java.util.List;
import java.util.Random;

import tools.jackson.databind.node.ObjectNode;

/**
 * The sync {@code github-issues}: it makes up issues, and brings those that were created
 * at the pretend provider.
 */
final class IssueScript implements SyncScript {

	private static final int FIRST_ID = 1000;

	private static final List<String> TITLES = List.of("Webhook loses the filter", "Export fails for large accounts",
			"Add a keyboard shortcut for search", "Invoice shows the old address", "Login page is slow on phones",
			"Document the limits of the API", "Dashboard counts deleted users", "Upload hangs at 99 percent",
			"Settings page is not translated", "Dark theme: links are hard to read", "Time zone of reports is wrong",
			"Typing in the editor is slow with many comments", "Let admins rename a workspace",
			"Search finds nothing after a restart", "E-mails are sent twice", "CSV has a byte order mark",
			"Remember the columns of a table", "Password reset link expires too soon", "Crash when a file has no name",
			"Support sign-in with passkeys", "Notifications cannot be turned off", "Chart is empty in Safari",
			"Pagination skips a row", "Explain the difference between roles", "Avatar is stretched",
			"Retry uploads after a broken connection", "Keyboard focus is lost in dialogs", "Old sessions stay valid",
			"Import stops at an empty line", "Undo does not restore tags", "Show who has changed a record",
			"Memory grows while watching a folder", "Wrong plural in Polish", "Copy button copies too much",
			"Tooltips stay on the screen", "Health check is red during updates", "Sort order is not kept",
			"Add a filter by owner", "Calendar begins on Sunday everywhere", "Print view cuts off the total");

	private static final List<String> LABELS = List.of("bug", "enhancement", "documentation", "good first issue");

	private final PretendProvider provider;

	IssueScript(PretendProvider provider) {
		this.provider = provider;
	}

	@Override
	public String name() {
		return "github-issues";
	}

	@Override
	public String model() {
		return "GithubIssue";
	}

	@Override
	public String integration() {
		return "github";
	}

	@Override
	public String frequency() {
		return "every hour";
	}

	@Override
	public ObjectNode modelSchema() {
		return ScriptCatalogue.schema("id", "string", "number", "integer", "title", "string", "state", "string",
				"author", "string", "labels", "array", "comments", "integer", "url", "string");
	}

	@Override
	public void seed(Connection connection, RecordBatch batch) {
		String account = connection.credentials().account();
		int count = account.equals("acme") ? 40 : 3;
		for (int number = 1; number <= count; number++) {
			addInvented(account, number, batch);
		}
		addCreated(account, batch);
	}

	@Override
	public void run(Connection connection, int run, RecordBatch batch) {
		String account = connection.credentials().account();
		Random random = new Random(run);
		List<StoredRecord> live = batch.live();
		if (!live.isEmpty()) {
			int start = random.nextInt(live.size());
			for (int i = 1; i <= Math.min(3, live.size() - 1); i++) {
				update(live.get((start + i) % live.size()), batch);
			}
			batch.delete(live.get(start).id());
		}
		addInvented(account, batch.known() + 1, batch);
		addInvented(account, batch.known() + 1, batch);
		addCreated(account, batch);
	}

	private static void addInvented(String account, int number, RecordBatch batch) {
		Random random = new Random(number);
		String title = TITLES.get((number - 1) % TITLES.size());
		ObjectNode issue = issue(FIRST_ID + number, number, title,
				"https://github.example/" + account + "/widgets/issues/" + number);
		issue.put("state", (random.nextInt(4) == 0) ? "closed" : "open");
		issue.put("author", PretendPeople.person(1 + random.nextInt(9)).login());
		issue.set("labels", Json.texts(LABELS.get(random.nextInt(LABELS.size()))));
		issue.put("comments", random.nextInt(12));
		batch.add(issue.path("id").asString(), issue);
	}

	private void addCreated(String account, RecordBatch batch) {
		for (ObjectNode created : this.provider.issuesOf(account)) {
			ObjectNode issue = issue(created.path("id").asInt(), created.path("number").asInt(),
					created.path("title").asString(), created.path("html_url").asString());
			issue.put("state", "open").put("author", account + "-bot").put("comments", 0).set("labels", Json.array());
			String id = issue.path("id").asString();
			if (!batch.knows(id)) {
				batch.add(id, issue);
			}
		}
	}

	private static void update(StoredRecord stored, RecordBatch batch) {
		ObjectNode issue = stored.data().deepCopy();
		issue.put("comments", issue.path("comments").asInt() + 1);
		issue.put("state", issue.path("state").asString().equals("open") ? "closed" : "open");
		batch.update(stored.id(), issue);
	}

	private static ObjectNode issue(int id, int number, String title, String url) {
		return Json.object(
				(it) -> it.put("id", Integer.toString(id)).put("number", number).put("title", title).put("url", url));
	}

}
