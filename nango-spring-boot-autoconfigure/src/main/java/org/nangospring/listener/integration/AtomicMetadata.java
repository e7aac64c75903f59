package org.nangospring.listener.integration;

import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.listener.StreamStoreException;

import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.metadata.MetadataStore;

/**
 * A metadata store whose values are only replaced by who knows them. One that cannot
 * compare by itself does so within this instance.
 */
final class AtomicMetadata {

	private static final Log logger = LogFactory.getLog(AtomicMetadata.class);

	private final MetadataStore store;

	private final @Nullable ConcurrentMetadataStore concurrent;

	AtomicMetadata(MetadataStore store) {
		this.store = store;
		this.concurrent = (store instanceof ConcurrentMetadataStore comparing) ? comparing : null;
		if (this.concurrent == null) {
			logger.warn("The " + store.getClass().getName() + " is no ConcurrentMetadataStore: when a lock of another"
					+ " instance has run out, both may save positions over each other");
		}
	}

	@Nullable String get(String key) {
		return call(() -> this.store.get(key));
	}

	/**
	 * Stores a value where there is none.
	 * @return whether it was stored
	 */
	boolean putIfAbsent(String key, String value) {
		ConcurrentMetadataStore comparing = this.concurrent;
		if (comparing != null) {
			return call(() -> comparing.putIfAbsent(key, value)) == null;
		}
		synchronized (this) {
			return get(key) == null && put(key, value);
		}
	}

	/**
	 * Replaces a value.
	 * @return whether it was the old one, and is the new one now
	 */
	boolean replace(String key, String old, String value) {
		ConcurrentMetadataStore comparing = this.concurrent;
		if (comparing != null) {
			return Boolean.TRUE.equals(call(() -> comparing.replace(key, old, value)));
		}
		synchronized (this) {
			return old.equals(get(key)) && put(key, value);
		}
	}

	synchronized void remove(String key) {
		call(() -> this.store.remove(key));
	}

	private boolean put(String key, String value) {
		call(() -> {
			this.store.put(key, value);
			return null;
		});
		return true;
	}

	private static <R> @Nullable R call(Supplier<@Nullable R> action) {
		try {
			return action.get();
		}
		catch (RuntimeException ex) {
			throw new StreamStoreException("The metadata store that keeps the positions of record listeners failed."
					+ " See whether the place where it keeps its values works", ex);
		}
	}

}
