package org.nangospring.sample.nango;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of the pretend provider that looks like Slack. Like Slack it answers 200, and
 * says in the body what went wrong.
 */
final class PretendSlack {

	/** The user that messages of applications come from. */
	static final String BOT = "U0APPLICATION";

	private static final int FIRST_NUMBER = 900_000;

	private static final int MEMBERS = 24;

	private final List<Message> messages = new ArrayList<>();

	private final Clock clock;

	PretendSlack(Clock clock) {
		this.clock = clock;
	}

	void register(Router router) {
		router.add("POST", "/chat.postMessage", (request, path) -> post(request));
		router.add("GET", "/users.list", (request, path) -> users(request));
	}

	/**
	 * What names a message, and tells when it was sent.
	 * @param at when
	 * @param number tells messages of the same second apart
	 * @return seconds and six digits
	 */
	static String timestamp(Instant at, int number) {
		return "%d.%06d".formatted(at.getEpochSecond(), number);
	}

	List<Message> messagesOf(String account) {
		return this.messages.stream().filter((message) -> message.account().equals(account)).toList();
	}

	private Answer post(Request request) {
		JsonNode input;
		try {
			input = Json.read(request.body());
		}
		catch (JacksonException ex) {
			return refused("invalid_json");
		}
		String channel = input.path("channel").asString("");
		String text = input.path("text").asString("");
		if (!channel.matches("[UCD][0-9A-Z]{8,}|[a-z-]+")) {
			return refused("channel_not_found");
		}
		if (text.isBlank()) {
			return refused("no_text");
		}
		String ts = timestamp(this.clock.instant(), FIRST_NUMBER + this.messages.size());
		this.messages.add(new Message(FakeTokens.accountOf(request), ts, channel, text));
		return Answer.json(Json.object((it) -> it.put("ok", true)
			.put("channel", channel)
			.put("ts", ts)
			.putObject("message")
			.put("type", "message")
			.put("user", BOT)
			.put("ts", ts)
			.put("text", text)));
	}

	private static Answer users(Request request) {
		String account = FakeTokens.accountOf(request);
		List<ObjectNode> members = IntStream.rangeClosed(1, MEMBERS)
			.mapToObj((number) -> PersonScript.person(account, number))
			.toList();
		ObjectNode body = Json.object().put("ok", true);
		body.set("members", Json.array(members));
		body.putObject("response_metadata").put("next_cursor", "");
		return Answer.json(body);
	}

	private static Answer refused(String error) {
		return Answer.json(Json.object((it) -> it.put("ok", false).put("error", error)));
	}

	/**
	 * A message that an application has sent.
	 *
	 * @param account at which account
	 * @param ts what names it
	 * @param channel the channel or the person that it was sent to
	 * @param text the text
	 */
	record Message(String account, String ts, String channel, String text) {
	}

}
