package org.nangospring.autoconfigure;

import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Masks the keys of Nango, and the password of the HTTP proxy, in the endpoints of the
 * actuator, even where these show values: under their own names in every spelling, and in
 * other values that hold them, such as a command line or the variable a placeholder
 * names.
 */
final class NangoSanitizingFunction implements SanitizingFunction {

	/** Shorter texts could be found in values that have nothing to do with a key. */
	private static final int SHORTEST = 8;

	private final ObjectProvider<NangoProperties> properties;

	private final ObjectProvider<NangoWebhookProperties> webhookProperties;

	NangoSanitizingFunction(ObjectProvider<NangoProperties> properties,
			ObjectProvider<NangoWebhookProperties> webhookProperties) {
		this.properties = properties;
		this.webhookProperties = webhookProperties;
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		return (isKey(data.getKey()) || holdsKey(data.getValue())) ? data.withSanitizedValue() : data;
	}

	private static boolean isKey(String name) {
		String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
		return letters.contains("nango")
				&& (letters.contains("secretkey") || letters.contains("signingkey") || letters.contains("password"));
	}

	private boolean holdsKey(@Nullable Object value) {
		if (value == null) {
			return false;
		}
		String text = value.toString();
		return keys().anyMatch((key) -> key != null && key.length() >= SHORTEST && text.contains(key));
	}

	private Stream<@Nullable String> keys() {
		return Stream.concat(
				this.properties.stream()
					.flatMap((known) -> Stream.concat(Stream.of(known), known.getClients().values().stream()))
					.flatMap((known) -> Stream.of(known.getSecretKey(), known.getHttpProxy().getPassword())),
				this.webhookProperties.stream().flatMap((known) -> known.getSigningKeys().stream()));
	}

}
