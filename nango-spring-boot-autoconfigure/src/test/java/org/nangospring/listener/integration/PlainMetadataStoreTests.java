package org.nangospring.listener.integration;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.StreamStoreContract;

import org.springframework.integration.metadata.MetadataStore;
import org.springframework.integration.support.locks.DefaultLockRegistry;

/**
 * A store that cannot compare holds all the same within one instance.
 */
class PlainMetadataStoreTests extends StreamStoreContract {

	private final StreamStore store = MetadataStreamStore.builder(new Plain(), new DefaultLockRegistry()).build();

	@Override
	protected StreamStore store() {
		return this.store;
	}

	private static final class Plain implements MetadataStore {

		private final Map<String, String> values = new ConcurrentHashMap<>();

		@Override
		public void put(String key, String value) {
			this.values.put(key, value);
		}

		@Override
		public @Nullable String get(String key) {
			return this.values.get(key);
		}

		@Override
		public @Nullable String remove(String key) {
			return this.values.remove(key);
		}

	}

}
