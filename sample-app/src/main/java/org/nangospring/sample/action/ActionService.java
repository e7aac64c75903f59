package org.nangospring.sample.action;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;

import org.springframework.stereotype.Service;

/**
 * Runs actions.
 */
@Service
public class ActionService {

	private final NangoClient nango;

	ActionService(NangoClient nango) {
		this.nango = nango;
	}

	/**
	 * Runs an action and waits for its output.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param action the name of the action
	 * @param input its input as maps, lists and scalars, or null for none
	 * @return its output
	 */
	public ActionOutput run(String integrationId, String connectionId, String action, @Nullable Object input) {
		Object output = this.nango.connection(integrationId, connectionId).actions().trigger(action, input);
		return new ActionOutput(action, output);
	}

}
