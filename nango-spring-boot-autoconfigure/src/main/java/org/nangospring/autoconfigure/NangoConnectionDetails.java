package org.nangospring.autoconfigure;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Where Nango is, which key opens it and whom to trust on the way. Declare a bean of this
 * type to take these from somewhere else than {@code nango.host},
 * {@code nango.secret-key} and {@code nango.ssl.bundle}.
 */
public interface NangoConnectionDetails extends ConnectionDetails {

	/**
	 * The root of Nango's API.
	 * @return an address with http or https
	 */
	URI getHost();

	/**
	 * The secret key of the environment.
	 * @return the key, or null when it is not known: then {@code nango.secret-key} is
	 * used, and without that a {@link NangoClientBuilderCustomizer} has to set it, or
	 * whoever builds a client of their own
	 */
	@Nullable String getSecretKey();

	/**
	 * Whom to trust on encrypted connections, and which certificate to show.
	 * @return the bundle, or null for what the JDK trusts and no certificate
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}
