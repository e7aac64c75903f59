package org.nangospring.sample.nango;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * The sync {@code slack-messages}: a conversation that goes on, and what was sent at the
 * pretend provider.
 */
final class MessageScript implements SyncScript {

	private static final String CHANNEL = "support";

	private static final Duration PAUSE = Duration.ofMinutes(4);

	private static final int FIRST_MESSAGES = 6;

	private static final List<String> TEXTS = List.of("Good morning!", "A customer cannot export her invoices.",
			"Which account is it?", "Umbra Logistics. The export ends after a minute.",
			"Looks like a time limit. I am on it.", "Thank you! I will tell them.",
			"The fix is out, please ask them to try again.", "They say it works now.",
			"Can somebody look at the webhook of Northwind?", "It answers 500 since this morning.",
			"That is on their side, I will write to them.", "Lunch?", "The release goes out at three.",
			"Release is done, all dashboards are green.", "Who wrote the page about tokens? It is very good.",
			"Two new colleagues start on Monday.", "Please add them to this channel.", "Done.");

	private final PretendSlack slack;

	MessageScript(PretendSlack slack) {
		this.slack = slack;
	}

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
			add(number, batch.at().minus(PAUSE.multipliedBy(FIRST_MESSAGES - number)), batch);
		}
		addSent(connection, batch);
	}

	@Override
	public void run(Connection connection, int run, RecordBatch batch) {
		List<StoredRecord> others = batch.live()
			.stream()
			.filter((message) -> !message.data().path("user").asString().equals(PretendSlack.BOT))
			.toList();
		if (others.size() > 1) {
			StoredRecord edited = others.get(others.size() - 1);
			batch.update(edited.id(), edited.data().deepCopy().put("edited", true));
			batch.delete(others.get(0).id());
		}
		add(batch.known() + 1, batch.at().minus(PAUSE), batch);
		add(batch.known() + 1, batch.at(), batch);
		addSent(connection, batch);
	}

	private static void add(int number, Instant at, RecordBatch batch) {
		String id = PretendSlack.timestamp(at, number);
		batch.add(id, message(id, CHANNEL, PersonScript.id(number % 5 + 1), TEXTS.get((number - 1) % TEXTS.size())));
	}

	private void addSent(Connection connection, RecordBatch batch) {
		for (PretendSlack.Message sent : this.slack.messagesOf(connection.credentials().account())) {
			if (!batch.knows(sent.ts())) {
				batch.add(sent.ts(), message(sent.ts(), sent.channel(), PretendSlack.BOT, sent.text()));
			}
		}
	}

	private static ObjectNode message(String id, String channel, String user, String text) {
		return Json.object((it) -> it.put("id", id)
			.put("channel", channel)
			.put("user", user)
			.put("text", text)
			.put("edited", false));
	}

}
