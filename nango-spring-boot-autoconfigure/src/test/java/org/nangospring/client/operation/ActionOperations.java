package org.nangospring.client.operation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.nangospring.client.action.AsyncAction;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Actions.
 */
final class ActionOperations {

	private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {
	};

	private static final Duration LIMIT = Duration.ofMinutes(5);

	private ActionOperations() {
	}

	static List<Operation> all() {
		return List.of(
				action("without input", "").expects(Operation.Expects.ANY_JSON)
					.blocking((nango) -> nango.connection("github", "conn-1").actions().trigger("create-issue", null))
					.reactive((nango) -> nango.connection("github", "conn-1").actions().trigger("create-issue", null))
					.checks((result) -> assertThat(result).isEqualTo(Map.of("number", 7, "title", "Hi"))),
				action("with a record in and out", ",\"input\":{\"title\":\"Hi\"}")
					.expects(Operation.Expects.OBJECT_OR_NULL)
					.blocking((nango) -> nango.connection("github", "conn-1")
						.actions()
						.trigger("create-issue", new Input("Hi"), Issue.class))
					.reactive((nango) -> nango.connection("github", "conn-1")
						.actions()
						.trigger("create-issue", new Input("Hi"), Issue.class))
					.checks((result) -> assertThat(result).isEqualTo(new Issue(7, "Hi"))),
				action("with a list in and a generic type out", ",\"input\":[1,2]")
					.expects(Operation.Expects.OBJECT_OR_NULL)
					.blocking((nango) -> nango.connection("github", "conn-1")
						.actions()
						.trigger("create-issue", List.of(1, 2), MAP))
					.reactive((nango) -> nango.connection("github", "conn-1")
						.actions()
						.trigger("create-issue", List.of(1, 2), MAP))
					.checks((result) -> assertThat(result).isEqualTo(Map.of("number", 7, "title", "Hi"))),
				action("with a time limit of its own", "").expects(Operation.Expects.ANY_JSON)
					.blocking((nango) -> nango.connection("github", "conn-1")
						.actions()
						.withTimeout(LIMIT)
						.trigger("create-issue", null))
					.reactive((nango) -> nango.connection("github", "conn-1")
						.actions()
						.withTimeout(LIMIT)
						.trigger("create-issue", null))
					.checks((result) -> assertThat(result).isEqualTo(Map.of("number", 7, "title", "Hi"))),
				async("once", "").blocking(
						(nango) -> nango.connection("github", "conn-1").actions().triggerAsync("create-issue", null))
					.reactive((nango) -> nango.connection("github", "conn-1")
						.actions()
						.triggerAsync("create-issue", null)),
				async("with retries", ",\"input\":{\"title\":\"Hi\"}").header("X-Max-Retries", "3")
					.blocking((nango) -> nango.connection("github", "conn-1")
						.actions()
						.triggerAsync("create-issue", new Input("Hi"), 3))
					.reactive((nango) -> nango.connection("github", "conn-1")
						.actions()
						.triggerAsync("create-issue", new Input("Hi"), 3)));
	}

	private static Operation async(String description, String input) {
		return Operation.of("actions.triggerAsync", description)
			.sends("POST", "/action/trigger")
			.connectionHeaders()
			.header("X-Async", "true")
			.body("""
					{"action_name":"create-issue"%s}""".formatted(input))
			.answered(202, """
					{"id":"a-1","statusUrl":"/action/a-1"}""")
			.checks((result) -> assertThat(result).isInstanceOfSatisfying(AsyncAction.class, (action) -> {
				assertThat(action.id()).isEqualTo("a-1");
				assertThat(action.statusUrl()).isEqualTo("/action/a-1");
			}));
	}

	private static Operation action(String description, String input) {
		return Operation.of("actions.trigger", description)
			.sends("POST", "/action/trigger")
			.connectionHeaders()
			.body("""
					{"action_name":"create-issue"%s}""".formatted(input))
			.answered(200, """
					{"number":7,"title":"Hi"}""");
	}

	record Input(String title) {
	}

	record Issue(int number, String title) {
	}

}
