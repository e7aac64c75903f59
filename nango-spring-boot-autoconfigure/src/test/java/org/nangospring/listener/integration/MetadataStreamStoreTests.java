package org.nangospring.listener.integration;

import org.nangospring.listener.StreamStore;
import org.nangospring.listener.StreamStoreContract;

import org.springframework.integration.metadata.SimpleMetadataStore;
import org.springframework.integration.support.locks.DefaultLockRegistry;

class MetadataStreamStoreTests extends StreamStoreContract {

	private final StreamStore store = MetadataStreamStore.builder(new SimpleMetadataStore(), new DefaultLockRegistry())
		.build();

	@Override
	protected StreamStore store() {
		return this.store;
	}

}
