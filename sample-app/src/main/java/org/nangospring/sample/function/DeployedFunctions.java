package org.nangospring.sample.function;

import java.util.List;

/**
 * What is deployed to an integration.
 *
 * @param models the models whose records its syncs keep
 * @param actions the actions
 */
public record DeployedFunctions(List<String> models, List<ActionView> actions) {

	static final DeployedFunctions NONE = new DeployedFunctions(List.of(), List.of());

	/**
	 * An action.
	 *
	 * @param name the name
	 * @param description what it does; empty when nobody has said
	 * @param example an input that has the right form
	 */
	public record ActionView(String name, String description, Object example) {
	}

}
