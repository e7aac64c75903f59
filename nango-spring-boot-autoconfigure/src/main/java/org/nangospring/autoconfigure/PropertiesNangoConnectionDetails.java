package org.nangospring.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * Takes host and key from the properties.
 */
final class PropertiesNangoConnectionDetails implements NangoConnectionDetails {

	private final NangoProperties properties;

	PropertiesNangoConnectionDetails(NangoProperties properties) {
		this.properties = properties;
	}

	@Override
	public URI getHost() {
		String host = this.properties.getHost();
		if (host == null || host.isBlank()) {
			throw new NangoConfigurationException(NangoProperties.HOST, "The host must not be empty");
		}
		try {
			return new URI(host.trim());
		}
		catch (URISyntaxException ex) {
			// not the message: it repeats the value, and that may be a key in the wrong
			// place
			throw new NangoConfigurationException(NangoProperties.HOST, "The host is not a valid address: "
					+ ex.getReason() + ((ex.getIndex() >= 0) ? " at index " + ex.getIndex() : ""));
		}
	}

	@Override
	public @Nullable String getSecretKey() {
		return this.properties.getSecretKey();
	}

}
