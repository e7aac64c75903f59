package org.nangospring.sample.action;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Actions as JSON: the body of the request is the input of the action.
 */
@RestController
class ActionApi {

	private final ActionService actions;

	ActionApi(ActionService actions) {
		this.actions = actions;
	}

	@PostMapping(path = "/api/connections/{integrationId}/{connectionId}/actions/{action}")
	ActionOutput run(@PathVariable String integrationId, @PathVariable String connectionId, @PathVariable String action,
			@RequestBody(required = false) @Nullable Object input) {
		return this.actions.run(integrationId, connectionId, action, input);
	}

}
