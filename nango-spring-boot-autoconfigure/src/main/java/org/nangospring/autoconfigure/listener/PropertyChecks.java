package org.nangospring.autoconfigure.listener;

import java.util.function.Supplier;

import org.nangospring.autoconfigure.NangoConfigurationException;

/**
 * Names the property when a value cannot be used.
 */
final class PropertyChecks {

	static final String PREFIX = "nango.listeners.";

	private PropertyChecks() {
	}

	/**
	 * Passes a value on.
	 * @param property the property, without the prefix of all listeners
	 * @param setter what may refuse the value
	 * @return what the setter returns
	 */
	static <T> T set(String property, Supplier<T> setter) {
		try {
			return setter.get();
		}
		catch (IllegalArgumentException ex) {
			throw new NangoConfigurationException(PREFIX + property, String.valueOf(ex.getMessage()));
		}
	}

}
