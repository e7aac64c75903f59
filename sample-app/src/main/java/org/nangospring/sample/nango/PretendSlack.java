package org.nangospring.sample.nango;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The part of the pretend provider that looks like Slack. Like Slack it answers 200, and
 * says in the body what went wrong.
 */
final class PretendSlack {

	private int messages;

	void register(Router router) {
		router.add("POST", "/chat.postMessage", (request, path) -> post(request));
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
		this.messages++;
		return Answer.json(Json.object((it) -> it.put("ok", true)
			.put("channel", channel)
			.put("ts", "1780000000.%06d".formatted(this.messages))
			.putObject("message")
			.put("type", "message")
			.put("text", text)));
	}

	private static Answer refused(String error) {
		return Answer.json(Json.object((it) -> it.put("ok", false).put("error", error)));
	}

}
