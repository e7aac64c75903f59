package org.nangospring.listener;

/**
 * What this instance of the application does about a stream at the moment.
 */
public enum StreamActivity {

	/** Nothing is to be done until a webhook comes or it is time to look again. */
	IDLE,

	/** It waits for a worker. */
	WAITING,

	/** It is being worked on. */
	WORKING,

	/** Somebody else, usually another instance, works on it. */
	ELSEWHERE,

	/** The rate limit is nearly used up; it goes on when the next window begins. */
	PAUSED,

	/** Something that may pass has failed; it is tried again by itself. */
	RETRYING,

	/** A failure has stopped it; somebody has to resume it. */
	STOPPED

}
