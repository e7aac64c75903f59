package org.nangospring.test;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an action answers. Each answer that is added to the same object is for one more
 * call, and the last one stays. Actions that are triggered asynchronously have the same
 * answers as their result.
 */
public final class MockAction {

	private final MockScripts scripts;

	private final String name;

	private final AnswerQueue answers = new AnswerQueue();

	MockAction(MockScripts scripts, String name) {
		this.scripts = scripts;
		this.name = name;
	}

	/**
	 * Lets the action return something.
	 * @param output the output, written as JSON; null for an action that returns nothing
	 * @return the same action
	 */
	public MockAction answers(@Nullable Object output) {
		JsonNode json = MockJson.of(output);
		return add((call) -> MockAnswer.json(json));
	}

	/**
	 * Lets the action return something.
	 * @param json the output as JSON
	 * @return the same action
	 * @throws IllegalArgumentException if the text is no JSON
	 */
	public MockAction answersJson(String json) {
		JsonNode output = MockJson.parse(json);
		return add((call) -> MockAnswer.json(output));
	}

	/**
	 * Lets the action return what depends on the call.
	 * @param output makes the output out of the call, see {@link NangoCall#input(Class)}
	 * @return the same action
	 */
	public MockAction answersWith(Function<NangoCall, ? extends @Nullable Object> output) {
		Arguments.required(output, "function");
		return add((call) -> MockAnswer.json(MockJson.of(output.apply(call))));
	}

	/**
	 * Lets the script of the action report an error.
	 * @param message the message that the script reports
	 * @return the same action
	 */
	public MockAction fails(String message) {
		return failsWith(MockJson.object().put("message", message));
	}

	/**
	 * Lets the script of the action report an error.
	 * @param payload what the script reports, written as JSON
	 * @return the same action
	 */
	public MockAction failsWith(Object payload) {
		JsonNode json = MockJson.of(payload);
		return add((call) -> MockError
			.of(500, "action_script_runtime_error", "The action script failed with a runtime error", json)
			.answer());
	}

	/**
	 * Lets the provider refuse a call that the script of the action makes.
	 * @param status the status of the provider
	 * @param body the body of the provider, written as JSON
	 * @return the same action
	 */
	public MockAction failsUpstream(int status, @Nullable Object body) {
		Arguments.range(status, 400, 599, "status");
		ObjectNode error = MockJson.object();
		error.set("payload", MockJson.of(body));
		error.put("code", "script_http_error");
		ObjectNode upstream = error.putObject("upstream").put("status", status);
		upstream.putObject("headers").put("content-type", "application/json");
		upstream.set("body", MockJson.of(body));
		return add((call) -> MockError.of(424, error).answer());
	}

	String name() {
		return this.name;
	}

	MockAnswer answer(NangoCall call) {
		return this.answers.next().apply(call);
	}

	private MockAction add(Function<NangoCall, MockAnswer> answer) {
		boolean first = this.answers.isEmpty();
		this.answers.add(answer);
		if (first) {
			this.scripts.set(this);
		}
		return this;
	}

}
