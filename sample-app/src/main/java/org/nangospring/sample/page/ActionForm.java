package org.nangospring.sample.page;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What was typed to run an action.
 *
 * @param action the name of the action; may be empty
 * @param input its input as JSON; may be empty
 */
record ActionForm(String action, @Nullable String input) {

	/**
	 * Creates what was typed.
	 */
	ActionForm {
		// not every request has all fields
		action = Objects.requireNonNullElse(action, "");
	}

}
