package org.nangospring.client.observation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.micrometer.common.KeyValues;

/**
 * Key values that were made before. To make, sort and compare them for each call takes
 * more time than the rest of what is observed.
 *
 * @param <K> what the key values are made of
 */
public final class KeyValuesCache<K> {

	/** What has few values stays far below this; what has not is not kept. */
	private static final int LIMIT = 1_000;

	private final Map<K, KeyValues> values = new ConcurrentHashMap<>();

	/**
	 * Creates an empty cache.
	 */
	public KeyValuesCache() {
	}

	/**
	 * The key values for a key.
	 * @param key what they are made of
	 * @param maker makes them
	 * @return those of the last time, or new ones
	 */
	public KeyValues get(K key, Supplier<KeyValues> maker) {
		KeyValues known = this.values.get(key);
		if (known != null) {
			return known;
		}
		KeyValues made = maker.get();
		if (this.values.size() < LIMIT) {
			this.values.put(key, made);
		}
		return made;
	}

}
