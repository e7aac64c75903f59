package org.nangospring.sample.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.nangospring.client.record.RecordAction;
import org.nangospring.sample.failure.InvalidInputException;

/**
 * What happened last to the records that are wanted.
 */
public enum RecordFilter {

	/** They came into being. */
	ADDED(RecordAction.ADDED),
	/** They were changed. */
	UPDATED(RecordAction.UPDATED),
	/** They were deleted at the provider. */
	DELETED(RecordAction.DELETED);

	private final RecordAction action;

	RecordFilter(RecordAction action) {
		this.action = action;
	}

	RecordAction action() {
		return this.action;
	}

	/**
	 * The name as Nango's API has it.
	 * @return for example {@code added}
	 */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads names.
	 * @param names the names, in upper or lower case
	 * @return the filters
	 * @throws InvalidInputException if a name is none of them
	 */
	public static Set<RecordFilter> of(List<String> names) {
		Set<RecordFilter> filters = EnumSet.noneOf(RecordFilter.class);
		for (String name : names) {
			try {
				filters.add(valueOf(name.toUpperCase(Locale.ROOT)));
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidInputException("Records are added, updated or deleted, but not " + name + ".");
			}
		}
		return filters;
	}

}
