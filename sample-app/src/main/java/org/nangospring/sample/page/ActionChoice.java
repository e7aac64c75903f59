package org.nangospring.sample.page;

/**
 * An action that can be chosen.
 *
 * @param name the name
 * @param description what it does; may be empty
 * @param example an input to begin with, as JSON
 */
record ActionChoice(String name, String description, String example) {
}
