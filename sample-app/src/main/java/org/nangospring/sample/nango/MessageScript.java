package org.nangospring.sample.nango;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * The sync {@code slack-messages}: a short conversation that goes on.
 */
final class MessageScript implements SyncScript {

	private static final int FIRST_MESSAGES = 6;

	private static final List<String> TEXTS = List.of("Good morning", "The release is out",
			"Who can look at the export?", "On it", "Fixed, please try again", "Works, thank you");

	@Override
	public String name() {
		return "slack-messages";
	}

	@Override
	public String model() {
		return "SlackMessage";
	}

	@Override
	public String integration() {
		return "slack";
	}

	@Override
	public String frequency() {
		return "every 30 minutes";
	}

	@Override
	public ObjectNode modelSchema() {
		return ScriptCatalogue.schema("id", "string", "channel", "string", "user", "string", "text", "string", "edited",
				"boolean");
	}

	@Override
	public void seed(Connection connection, RecordBatch batch) {
		for (int number = 1; number <= FIRST_MESSAGES; number++) {
			add(number, batch);
		}
	}

	@Override
	public void run(Connection connection, int run, RecordBatch batch) {
		List<StoredRecord> live = batch.live();
		if (live.size() > 1) {
			StoredRecord edited = live.get(live.size() - 1);
			batch.update(edited.id(), edited.data().deepCopy().put("edited", true));
			batch.delete(live.get(0).id());
		}
		add(batch.known() + 1, batch);
		add(batch.known() + 1, batch);
	}

	private static void add(int number, RecordBatch batch) {
		String id = "message-" + number;
		batch.add(id,
				Json.object((it) -> it.put("id", id)
					.put("channel", "support")
					.put("user", "user-" + (number % 3 + 1))
					.put("text", TEXTS.get((number - 1) % TEXTS.size()))
					.put("edited", false)));
	}

}
