package org.nangospring.sample.sync;

import org.nangospring.client.sync.ConnectionSyncs;

/**
 * What can be done with a sync.
 */
public enum SyncCommand {

	/** Runs it once, now. */
	TRIGGER("triggered"),

	/** Stops its schedule. */
	PAUSE("paused"),

	/** Goes on with its schedule. */
	START("started");

	private final String done;

	SyncCommand(String done) {
		this.done = done;
	}

	/**
	 * What can be said once it is done.
	 * @return a participle
	 */
	public String done() {
		return this.done;
	}

	void run(ConnectionSyncs syncs, String sync) {
		switch (this) {
			case TRIGGER -> syncs.trigger(sync);
			case PAUSE -> syncs.pause(sync);
			case START -> syncs.start(sync);
		}
	}

}
