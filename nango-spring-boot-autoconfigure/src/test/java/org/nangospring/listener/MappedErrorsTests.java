package org.nangospring.listener;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Streams go by the client's own exceptions, whatever the application makes of them.
 */
class MappedErrorsTests {

	@Test
	void aStreamStopsForTheSameReasonsWhenTheApplicationMapsErrors() throws Exception {
		try (ListenerFixture fixture = new ListenerFixture();
				NangoClient mapping = TestClients.builder(fixture.server.url(), new ManualTiming())
					.errorMapper((failure) -> new IllegalStateException("of the application"))
					.build()) {
			fixture.container((usual) -> RecordListenerContainer.builder(mapping)
				.store(fixture.store)
				.timing(fixture.timing)
				.executor(fixture.tasks));
			fixture.server.connect("slack", "acme");
			fixture.server.fill("slack/acme/User", 0, 3);
			fixture.server.failing((request) -> request.isRead() ? RecordsServer.error(400, "invalid_query") : null);
			fixture.listeners.register(fixture.users());
			fixture.start();
			StreamPosition position = fixture.position("acme");
			assertThat(position.state()).isEqualTo(StreamState.STOPPED);
			assertThat(Objects.requireNonNull(position.failure()).message()).contains("invalid_query");
		}
	}

}
