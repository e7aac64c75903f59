package org.nangospring.autoconfigure;

import org.nangospring.listener.RecordListenerContainerBuilder;

/**
 * Changes how record listeners are run, after all properties and beans were applied.
 * Beans of this type are called in their order.
 */
@FunctionalInterface
public interface RecordListenerContainerCustomizer {

	/**
	 * Changes the builder.
	 * @param builder the builder of the container that runs all listeners
	 */
	void customize(RecordListenerContainerBuilder builder);

}
