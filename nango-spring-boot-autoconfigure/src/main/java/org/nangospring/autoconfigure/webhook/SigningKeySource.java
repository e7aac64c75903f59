package org.nangospring.autoconfigure.webhook;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.autoconfigure.NangoConnectionDetails;
import org.nangospring.webhook.NangoWebhookVerifier;

import org.springframework.util.StringUtils;

/**
 * Finds the keys that webhooks are checked with. Without one it takes the secret key, as
 * Nango's own SDK does: in older environments it is the signing key.
 */
final class SigningKeySource {

	static final String PROPERTY = "nango.webhook.signing-keys";

	private static final Log logger = LogFactory.getLog(SigningKeySource.class);

	private SigningKeySource() {
	}

	static NangoWebhookVerifier verifier(List<String> configured, NangoConnectionDetails connectionDetails) {
		// a variable that is not set leaves an empty text
		List<String> keys = configured.stream().filter(StringUtils::hasText).toList();
		return (!keys.isEmpty()) ? of(keys) : of(List.of(secretKey(connectionDetails.getSecretKey())));
	}

	private static String secretKey(@Nullable String secretKey) {
		if (secretKey == null) {
			throw new NangoConfigurationException(PROPERTY, "The signing key is missing");
		}
		logger.warn(PROPERTY + " is not set: webhooks are checked with the secret key. That is right only in"
				+ " environments from before 2026-04-20 whose key was never rotated; in others copy the signing key from"
				+ " the Environment Settings of Nango's dashboard.");
		return secretKey;
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
