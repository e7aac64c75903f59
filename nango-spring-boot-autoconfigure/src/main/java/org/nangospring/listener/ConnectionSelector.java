package org.nangospring.listener;

import org.nangospring.client.connection.ConnectionSummary;

/**
 * Chooses the connections whose changes a listener gets.
 */
@FunctionalInterface
public interface ConnectionSelector {

	/**
	 * Whether a connection is among them. Asked each time connections are listed, so that
	 * the answer may change; it should not take long.
	 * @param connection a connection of the integration
	 * @return whether it is
	 */
	boolean selects(ConnectionSummary connection);

}
