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

	NangoSanitizingFunction(ObjectProvider<NangoProperties> properties) {
		this.properties = properties;
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
		NangoProperties known = this.properties.getIfAvailable();
		if (value == null || known == null) {
			return false;
		}
		String text = value.toString();
		return Stream.of(known.getSecretKey(), known.getWebhook().getSigningKey(), known.getHttpProxy().getPassword())
			.anyMatch((key) -> key != null && key.length() >= SHORTEST && text.contains(key));
	}

}
