package org.nangospring.listener;

class InMemoryStreamStoreTests extends StreamStoreContract {

	private final StreamStore store = new InMemoryStreamStore();

	@Override
	protected StreamStore store() {
		return this.store;
	}

}
