package org.nangospring.sample.nango;

import tools.jackson.databind.node.ObjectNode;

/**
 * A deployed sync.
 */
interface SyncScript {

	String name();

	String model();

	/**
	 * The unique key of the integration that it is deployed to.
	 * @return the key
	 */
	String integration();

	String frequency();

	ObjectNode modelSchema();

	/**
	 * Whether it fetches so much that the records of earlier runs are made up only when
	 * somebody looks. They may depend on the account, and on nothing else that can change
	 * until then.
	 * @return whether it does
	 */
	default boolean hasMany() {
		return false;
	}

	/**
	 * Fetches everything.
	 * @param connection whose records
	 * @param batch where they go
	 */
	void seed(Connection connection, RecordBatch batch);

	/**
	 * Fetches what has changed, the same for the same run.
	 * @param connection whose records
	 * @param run the number of the run
	 * @param batch where they go
	 */
	void run(Connection connection, int run, RecordBatch batch);

}
