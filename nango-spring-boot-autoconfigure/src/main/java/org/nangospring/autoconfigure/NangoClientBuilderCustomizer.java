package org.nangospring.autoconfigure;

import org.nangospring.client.NangoClientBuilder;

/**
 * Changes the builder of a client. Beans of this type are applied in their order, after
 * the properties and the {@link NangoConnectionDetails}. The starter's own have the order
 * 0, so beans without an order come after them.
 * <p>
 * In an application with {@code nango.clients} they are applied to every client;
 * {@link #forClient} makes one that is applied to one only.
 */
@FunctionalInterface
public interface NangoClientBuilderCustomizer {

	/**
	 * Changes the builder.
	 * @param builder the builder, with everything applied that comes before
	 */
	void customize(NangoClientBuilder builder);

	/**
	 * Makes a customizer of one client.
	 * @param name the name under {@code nango.clients}, or
	 * {@link NangoClientBuilder#DEFAULT_NAME} for the client without one
	 * @param customizer what to change
	 * @return a customizer that leaves other clients alone
	 */
	static NangoClientBuilderCustomizer forClient(String name, NangoClientBuilderCustomizer customizer) {
		return (builder) -> {
			if (builder.name().equals(name)) {
				customizer.customize(builder);
			}
		};
	}

}
