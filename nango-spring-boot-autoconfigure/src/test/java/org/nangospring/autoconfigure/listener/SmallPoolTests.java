package org.nangospring.autoconfigure.listener;

import java.time.Instant;
import java.util.Objects;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangospring.listener.ListenerFixture;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.jdbc.JdbcDeadLetters;
import org.nangospring.listener.jdbc.JdbcStreamStore;
import org.nangospring.listener.jdbc.TestDatabase;

import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pool of connections as small as it may be: whatever takes one has to give it back.
 */
class SmallPoolTests {

	private static final int SIZE = 2;

	private TestDatabase database;

	private HikariDataSource pool;

	private JdbcStreamStore store;

	private ListenerFixture fixture;

	private NangoListenersEndpoint endpoint;

	@BeforeEach
	void start() throws Exception {
		this.database = TestDatabase.h2();
		this.pool = TestDatabase.pool(this.database.url(), SIZE);
		this.pool.setConnectionTimeout(5_000);
		this.store = JdbcStreamStore.builder(this.pool, new JdbcTransactionManager(this.pool)).build();
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme").fill(ListenerFixture.SLACK, 0, 3);
		this.fixture.store = this.store;
		this.fixture.container((builder) -> builder).register(this.fixture.users());
		this.endpoint = new NangoListenersEndpoint(this.fixture.listeners);
		this.fixture.start();
		assertThat(this.fixture.delivered).hasSize(3);
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
		this.pool.close();
		this.database.close();
	}

	private RecordStreamId stream() {
		return this.fixture.stream("acme");
	}

	/**
	 * Does something more often than there are connections.
	 */
	private void often(Runnable action) {
		for (int i = 0; i < 3 * SIZE; i++) {
			action.run();
			assertThat(this.pool.getHikariPoolMXBean().getActiveConnections()).as("connections in use").isZero();
		}
	}

	@Test
	void positionsAreListedAndFoundMoreOftenThanThereAreConnections() {
		NangoRecordListeners listeners = this.fixture.listeners;
		often(() -> assertThat(listeners.position(stream())).isNotNull());
		often(() -> assertThat(listeners.positions("slack-User")).hasSize(1));
		often(() -> assertThat(this.store.unfinished("slack-User")).isEmpty());
	}

	@Test
	void theEndpointShowsListenersMoreOftenThanThereAreConnections() {
		often(() -> assertThat(this.endpoint.listeners().listeners()).hasSize(1));
		often(() -> assertThat(Objects.requireNonNull(this.endpoint.listener("slack-User")).streams()).hasSize(1));
	}

	@ParameterizedTest
	@CsvSource({ "resume,,", "resume,acme,", "rewind,acme,c1", "reread,acme,", "stop,,", "start,," })
	void theEndpointChangesStreamsMoreOftenThanThereAreConnections(String action, String connection, String cursor) {
		often(() -> {
			this.endpoint.change("slack-User", action, connection, cursor);
			this.fixture.tasks.drain();
		});
	}

	@Test
	void streamsAreLeasedDeliveredAndForgottenMoreOftenThanThereAreConnections() {
		often(() -> {
			try (StreamLease lease = Objects.requireNonNull(this.store.tryAcquire(stream()))) {
				assertThat(this.store.tryAcquire(stream())).isNull();
				assertThat(lease.renew()).isTrue();
				lease.save(StreamPosition.beginning(stream(), Instant.EPOCH));
				lease.deliver(() -> assertThat(this.store.find(stream())).isNotNull(),
						StreamPosition.beginning(stream(), Instant.EPOCH));
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			this.store.delete(stream());
		});
	}

	@Test
	void deadLettersAreParkedAndReadMoreOftenThanThereAreConnections() {
		JdbcDeadLetters letters = this.store.deadLetters();
		often(() -> {
			assertThat(letters.list("slack-User", 10)).isEmpty();
			assertThat(letters.count("slack-User")).isZero();
		});
	}

}
