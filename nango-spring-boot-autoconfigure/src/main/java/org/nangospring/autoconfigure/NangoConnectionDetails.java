package org.nangospring.autoconfigure;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where Nango is and which key opens it. Declare a bean of this type to take both from
 * somewhere else than {@code nango.host} and {@code nango.secret-key}.
 */
public interface NangoConnectionDetails extends ConnectionDetails {

	/**
	 * The root of Nango's API.
	 * @return an address with http or https
	 */
	URI getHost();

	/**
	 * The secret key of the environment.
	 * @return the key, or null when there is none; a {@link NangoClientBuilderCustomizer}
	 * has to set it then, or whoever builds a client of their own
	 */
	@Nullable String getSecretKey();

}
