package org.nangospring.sample.page;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What was typed to change the metadata of a connection.
 *
 * @param command what to do
 * @param key the key; may be empty
 * @param value its value; may be empty
 */
record MetadataForm(@Nullable MetadataCommand command, String key, String value) {

	/**
	 * Creates what was typed.
	 */
	MetadataForm {
		// not every command has all fields
		key = Objects.requireNonNullElse(key, "").strip();
		value = Objects.requireNonNullElse(value, "");
	}

	/**
	 * Whether this was typed to change a key that is there.
	 * @param name the key
	 * @return whether it was
	 */
	public boolean changes(String name) {
		return this.command == MetadataCommand.SAVE && this.key.equals(name);
	}

	/**
	 * Whether this was typed to add a key.
	 * @return whether it was
	 */
	public boolean adds() {
		return this.command == MetadataCommand.ADD;
	}

}
