package org.nangospring.client.record;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What happened last to a record. Values that Nango adds later are kept as they are, so
 * compare with the constants and expect others.
 *
 * @param value Nango's name for it in upper case
 */
public record RecordAction(@JsonValue String value) {

	/** The record came into being. */
	public static final RecordAction ADDED = new RecordAction("ADDED");

	/** The record was changed. */
	public static final RecordAction UPDATED = new RecordAction("UPDATED");

	/** The record was deleted at the provider. */
	public static final RecordAction DELETED = new RecordAction("DELETED");

	/**
	 * Creates an action.
	 * @param value Nango's name for it
	 */
	@JsonCreator
	public RecordAction {
		value = value.toUpperCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
