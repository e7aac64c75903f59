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

	private static final List<String> SUBJECTS = List.of("Login", "Export", "Search", "Invoice", "Dashboard", "Webhook",
			"Upload", "Settings page");

	private static final List<String> PROBLEMS = List.of("is slow", "fails for large accounts", "shows an old value",
			"needs a keyboard shortcut", "loses the filter", "is not translated");

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
		String title = SUBJECTS.get(random.nextInt(SUBJECTS.size())) + " "
				+ PROBLEMS.get(random.nextInt(PROBLEMS.size()));
		ObjectNode issue = issue(FIRST_ID + number, number, title,
				"https://github.example/" + account + "/widgets/issues/" + number);
		issue.put("state", (random.nextInt(4) == 0) ? "closed" : "open");
		issue.put("author", "user-" + (1 + random.nextInt(9)));
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
