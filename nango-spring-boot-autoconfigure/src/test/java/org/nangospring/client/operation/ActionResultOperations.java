package org.nangospring.client.operation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.nangospring.client.action.AsyncAction;
import org.nangospring.client.operation.ActionOperations.Issue;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Outputs of asynchronous actions.
 */
final class ActionResultOperations {

	static final AsyncAction ACTION = AsyncAction.of("a-1");

	private static final Duration TIMEOUT = Duration.ofSeconds(55);

	private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {
	};

	private ActionResultOperations() {
	}

	static List<Operation> all() {
		return List.of(
				result("into a type").blocking((nango) -> nango.actionResults().get(ACTION, Issue.class))
					.reactive((nango) -> nango.actionResults().get(ACTION, Issue.class))
					.checks((result) -> assertThat(result).isEqualTo(new Issue(7, "Hi"))),
				result("into a generic type").blocking((nango) -> nango.actionResults().get(ACTION, MAP))
					.reactive((nango) -> nango.actionResults().get(ACTION, MAP))
					.checks((result) -> assertThat(result).isEqualTo(Map.of("number", 7, "title", "Hi"))),
				result("into a type, awaited")
					.blocking((nango) -> nango.actionResults().await(ACTION, Issue.class, TIMEOUT))
					.reactive((nango) -> nango.actionResults().await(ACTION, Issue.class, TIMEOUT))
					.checks((result) -> assertThat(result).isEqualTo(new Issue(7, "Hi"))),
				result("into a generic type, awaited")
					.blocking((nango) -> nango.actionResults().await(ACTION, MAP, TIMEOUT))
					.reactive((nango) -> nango.actionResults().await(ACTION, MAP, TIMEOUT))
					.checks((result) -> assertThat(result).isEqualTo(Map.of("number", 7, "title", "Hi"))));
	}

	private static Operation result(String description) {
		return Operation.of("actionResults.get", description)
			.sends("GET", "/action/a-1")
			.safe()
			.absentIsNoError()
			.expects(Operation.Expects.OBJECT_OR_NULL)
			.answered(200, """
					{"number":7,"title":"Hi"}""");
	}

}
