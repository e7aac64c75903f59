package org.nangospring.listener.integration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.listener.StaleLeaseException;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.StreamStoreContract;
import org.nangospring.listener.jdbc.TestDatabase;

import org.springframework.core.io.ClassPathResource;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.jdbc.datasource.init.ScriptUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Spring Integration's own stores for databases: locks that run out, and that only the
 * thread that has them may renew.
 */
class JdbcLockRegistryTests extends StreamStoreContract {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private TestDatabase database;

	private StreamStore store;

	@BeforeEach
	void create() throws SQLException {
		this.database = TestDatabase.h2();
		try (Connection connection = this.database.dataSource().getConnection()) {
			ScriptUtils.executeSqlScript(connection,
					new ClassPathResource("org/springframework/integration/jdbc/schema-h2.sql"));
		}
		this.store = instance();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private MetadataStreamStore instance() {
		DefaultLockRepository repository = new DefaultLockRepository(this.database.dataSource());
		repository.setTransactionManager(this.database.transactions());
		repository.afterPropertiesSet();
		repository.afterSingletonsInstantiated();
		JdbcMetadataStore metadata = new JdbcMetadataStore(this.database.dataSource());
		metadata.afterPropertiesSet();
		// the registry's own time is much shorter
		return MetadataStreamStore.builder(metadata, new JdbcLockRegistry(repository, Duration.ofSeconds(1)))
			.takeOverAfter(Duration.ofHours(1))
			.build();
	}

	@Override
	protected StreamStore store() {
		return this.store;
	}

	private StreamLease acquire() {
		return Objects.requireNonNull(this.store.tryAcquire(STREAM), "lease");
	}

	private static StreamPosition after(StreamLease lease, String cursor) {
		StreamPosition position = lease.position();
		return StreamPosition.builder(position.stream(), position.createdAt()).cursor(cursor).updatedAt(NOW).build();
	}

	private static <T> T inAnotherThread(Supplier<T> action) {
		return CompletableFuture.supplyAsync(action, (task) -> new Thread(task).start()).join();
	}

	private void letTheLockRunOut() {
		this.database.jdbc()
			.sql("UPDATE INT_LOCK SET EXPIRED_AFTER = ?")
			.param(LocalDateTime.now(ZoneOffset.UTC).minusSeconds(1))
			.update();
	}

	private boolean lastsForAnHour() {
		return this.database.jdbc()
			.sql("SELECT EXPIRED_AFTER FROM INT_LOCK")
			.query(LocalDateTime.class)
			.single()
			.isAfter(LocalDateTime.now(ZoneOffset.UTC).plusMinutes(50));
	}

	@Test
	void aLockLastsForTheTimeThatTheStoreWasGivenWhateverThatOfTheRegistryIs() {
		try (StreamLease lease = acquire()) {
			assertThat(lastsForAnHour()).isTrue();
		}
	}

	@Test
	void aLockIsRenewedFromAnotherThreadWhileTheListenerRuns() throws Exception {
		try (StreamLease lease = acquire()) {
			lease.deliver(() -> {
				letTheLockRunOut();
				assertThat(inAnotherThread(lease::renew)).isTrue();
				assertThat(lastsForAnHour()).isTrue();
				assertThat(instance().tryAcquire(STREAM)).isNull();
			}, after(lease, "c1"));
			assertThat(lease.position().cursor()).isEqualTo("c1");
		}
	}

	@Test
	void aLockThatRanOutAndThatAnotherInstanceTookIsKnownToBeLost() {
		AtomicBoolean delivered = new AtomicBoolean();
		StreamLease paused = acquire();
		letTheLockRunOut();
		try (StreamLease successor = instance().tryAcquire(STREAM)) {
			assertThat(successor).isNotNull();
			assertThat(inAnotherThread(paused::renew)).isFalse();
			assertThatExceptionOfType(StaleLeaseException.class)
				.isThrownBy(() -> paused.deliver(() -> delivered.set(true), after(paused, "c1")));
			paused.close();
			// what is released is not the lock of the other one
			assertThat(acquireElsewhere()).isNull();
			successor.save(after(successor, "c2"));
		}
		assertThat(delivered).isFalse();
		assertThat(Objects.requireNonNull(this.store.find(STREAM)).cursor()).isEqualTo("c2");
	}

	private StreamLease acquireElsewhere() {
		return inAnotherThread(() -> instance().tryAcquire(STREAM));
	}

	@Test
	void theThreadThatHasALockEndsWithIt() throws Exception {
		StreamLease lease = acquire();
		Thread[] holders = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("nango-lock-"))
			.toArray(Thread[]::new);
		assertThat(holders).isNotEmpty().allSatisfy((thread) -> assertThat(thread.isDaemon()).isTrue());
		lease.close();
		for (Thread holder : holders) {
			holder.join(60_000);
			assertThat(holder.isAlive()).isFalse();
		}
	}

}
