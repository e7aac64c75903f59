package org.nangospring.sample.live;

import java.util.List;
import java.util.Locale;

/**
 * What open pages are told.
 */
public enum LiveEvent {

	/** The stream is open. */
	OPEN,
	/** A webhook has come in. */
	WEBHOOK,
	/** A connection was made, changed or deleted. */
	CONNECTION,
	/** A run of a sync has begun or ended, or somebody has changed how a sync runs. */
	SYNC,
	/** An account of the user was connected or disconnected. */
	ACCOUNTS,
	/** The people in the database have changed. */
	PEOPLE,
	/** The files in the database have changed. */
	FILES,
	/** An outage has begun or ended. */
	OUTAGE,
	/** Something that people who do not see the page should hear of. */
	ANNOUNCE;

	static final List<LiveEvent> CHANGES = List.of(WEBHOOK, CONNECTION, SYNC, ACCOUNTS, PEOPLE, FILES, OUTAGE);

	String value() {
		return name().toLowerCase(Locale.ROOT);
	}

}
