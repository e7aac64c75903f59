package org.nangospring.sample.page;

/**
 * What can be done with a key of the metadata.
 */
enum MetadataCommand {

	/** Adds a key that is not there. */
	ADD,
	/** Gives a key another value. */
	SAVE,
	/** Removes a key with its value. */
	REMOVE

}
