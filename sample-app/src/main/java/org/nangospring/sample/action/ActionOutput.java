package org.nangospring.sample.action;

import org.jspecify.annotations.Nullable;

/**
 * What an action has returned.
 *
 * @param action the name of the action
 * @param output maps, lists and scalars, or null when it returns nothing
 */
public record ActionOutput(String action, @Nullable Object output) {
}
