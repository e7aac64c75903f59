package org.nangospring.sample.page;

import org.jspecify.annotations.Nullable;

/**
 * What was typed to run an action.
 *
 * @param action the name of the action
 * @param input its input as JSON; may be empty
 */
record ActionForm(String action, @Nullable String input) {
}
