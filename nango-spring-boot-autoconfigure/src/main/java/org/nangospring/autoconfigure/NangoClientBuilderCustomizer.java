package org.nangospring.autoconfigure;

import org.nangospring.client.NangoClientBuilder;

/**
 * Changes the builder of the client. Beans of this type are applied in their order, after
 * the properties and the {@link NangoConnectionDetails}. The starter's own have the order
 * 0, so beans without an order come after them.
 */
@FunctionalInterface
public interface NangoClientBuilderCustomizer {

	/**
	 * Changes the builder.
	 * @param builder the builder, with everything applied that comes before
	 */
	void customize(NangoClientBuilder builder);

}
