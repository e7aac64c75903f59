package org.nangospring.test;

import java.util.Map;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.connection.NangoConnection;

/**
 * A mock for the tests of a class, and a client that does not wait between attempts.
 */
final class MockFixture implements BeforeEachCallback, AfterAllCallback {

	final NangoMock mock = NangoMock.start();

	final ManualTiming timing = new ManualTiming();

	final NangoClient nango = client(this.mock.secretKey());

	NangoClient client(String key) {
		return TestClients.timed(NangoClient.builder().host(this.mock.host()).secretKey(key), this.timing).build();
	}

	NangoConnection github() {
		return this.nango.connection("github", "c1");
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.mock.reset();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.nango.close();
		this.mock.close();
	}

	static Map<String, Object> record(String id, String title) {
		return Map.of("id", id, "title", title);
	}

	record Issue(String title) {
	}

}
