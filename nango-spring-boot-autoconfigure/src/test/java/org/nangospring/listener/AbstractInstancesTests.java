package org.nangospring.listener;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * Containers that share a store whose leases run out.
 */
abstract class AbstractInstancesTests {

	ListenerFixture fixture;

	ExpiringStore store;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.server.fill(SLACK, 0, 3);
		this.store = new ExpiringStore(this.fixture.timing);
		this.fixture.store = this.store;
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	final RecordListenerContainer instance(RecordListener<ListenerFixture.User> listener) {
		RecordListenerContainer instance = this.fixture.container((builder) -> builder);
		instance.register(ListenerFixture.definition().options((options) -> options.batchSize(1)).batches(listener));
		return instance;
	}

}
