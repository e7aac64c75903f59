package org.nangospring.sample.nango;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * The sync {@code notion-pages}: the pages of a handbook, one of which is edited with
 * each run.
 */
final class PageScript implements SyncScript {

	private static final List<String> TITLES = List.of("Handbook", "How we hire", "How we plan a quarter",
			"On call: who, when and how", "Incident reviews", "Travel and expenses", "Security at work",
			"Glossary of our product", "Welcome, new colleague", "Style guide", "Release checklist",
			"Questions that customers ask");

	@Override
	public String name() {
		return "notion-pages";
	}

	@Override
	public String model() {
		return "NotionPage";
	}

	@Override
	public String integration() {
		return "notion";
	}

	@Override
	public String frequency() {
		return "every 6 hours";
	}

	@Override
	public ObjectNode modelSchema() {
		return ScriptCatalogue.schema("id", "string", "title", "string", "url", "string", "edits", "integer",
				"last_modified", "string");
	}

	@Override
	public void seed(Connection connection, RecordBatch batch) {
		for (int number = 1; number <= TITLES.size(); number++) {
			String id = "page-%02d".formatted(number);
			String title = TITLES.get(number - 1);
			batch.add(id,
					edited(Json.object((it) -> it.put("id", id)
						.put("title", title)
						.put("url", "https://notion.example/" + connection.credentials().account() + "/" + id)), 0,
							batch));
		}
	}

	@Override
	public void run(Connection connection, int run, RecordBatch batch) {
		List<StoredRecord> live = batch.live();
		StoredRecord page = live.get(run % live.size());
		batch.update(page.id(), edited(page.data().deepCopy(), page.data().path("edits").asInt() + 1, batch));
	}

	private static ObjectNode edited(ObjectNode page, int edits, RecordBatch batch) {
		return page.put("edits", edits).put("last_modified", Timestamps.millisZ(batch.at()));
	}

}
