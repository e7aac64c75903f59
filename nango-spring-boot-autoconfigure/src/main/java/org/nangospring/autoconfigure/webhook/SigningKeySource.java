package org.nangospring.autoconfigure.webhook;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.autoconfigure.NangoConnectionDetails;
import org.nangospring.autoconfigure.NangoProperties;
import org.nangospring.webhook.NangoWebhookVerifier;

import org.springframework.util.StringUtils;

/**
 * Finds the keys that webhooks are checked with. Without one it takes the secret keys of
 * all clients, as Nango's own SDK does with its one: in older environments it is the
 * signing key.
 */
final class SigningKeySource {

	static final String PROPERTY = "nango.webhook.signing-keys";

	private static final Log logger = LogFactory.getLog(SigningKeySource.class);

	private SigningKeySource() {
	}

	static NangoWebhookVerifier verifier(List<String> configured, NangoConnectionDetails connectionDetails,
			NangoProperties clients) {
		// a variable that is not set leaves an empty text
		List<String> keys = configured.stream().filter(StringUtils::hasText).toList();
		return (!keys.isEmpty()) ? of(keys) : of(secretKeys(connectionDetails.getSecretKey(), clients));
	}

	private static List<String> secretKeys(@Nullable String fromDetails, NangoProperties clients) {
		List<String> keys = new ArrayList<>();
		add(keys, (fromDetails != null) ? fromDetails : clients.getSecretKey());
		for (NangoProperties client : clients.getClients().values()) {
			if (client.isEnabled()) {
				add(keys, client.getSecretKey());
			}
		}
		if (keys.isEmpty()) {
			throw new NangoConfigurationException(PROPERTY, "The signing key is missing");
		}
		logger.warn(PROPERTY + " is not set: webhooks are checked with the secret key. That is right only in"
				+ " environments from before 2026-04-20 whose key was never rotated; in others copy the signing key from"
				+ " the Environment Settings of Nango's dashboard.");
		return keys;
	}

	private static void add(List<String> keys, @Nullable String key) {
		if (key != null) {
			keys.add(key);
		}
	}

	private static NangoWebhookVerifier of(List<String> keys) {
		try {
			return NangoWebhookVerifier.of(keys);
		}
		catch (IllegalArgumentException ex) {
			throw new NangoConfigurationException(PROPERTY, String.valueOf(ex.getMessage()));
		}
	}

}
