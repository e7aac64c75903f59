package org.nangospring.sample.setup;

import java.net.URI;

import org.nangospring.autoconfigure.NangoConnectionDetails;
import org.nangospring.sample.nango.EmbeddedNango;

/**
 * How to reach the Nango inside this application.
 */
class EmbeddedNangoConnectionDetails implements NangoConnectionDetails {

	private final EmbeddedNango nango;

	EmbeddedNangoConnectionDetails(EmbeddedNango nango) {
		this.nango = nango;
	}

	@Override
	public URI getHost() {
		return this.nango.host();
	}

	@Override
	public String getSecretKey() {
		return this.nango.secretKey();
	}

}
