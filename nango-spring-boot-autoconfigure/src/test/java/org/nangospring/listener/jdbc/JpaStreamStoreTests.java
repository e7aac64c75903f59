package org.nangospring.listener.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.record.RecordAction;
import org.nangospring.listener.DeadLetter;
import org.nangospring.listener.FailedRecord;
import org.nangospring.listener.StaleLeaseException;
import org.nangospring.listener.StreamFailure;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.StreamStoreContract;
import org.nangospring.listener.StreamStoreException;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.orm.jpa.DefaultJpaDialect;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The store in an application whose listeners write with JPA, and whose transactions are
 * those of JPA.
 */
class JpaStreamStoreTests extends StreamStoreContract {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private TestDatabase database;

	private EntityManagerFactory factory;

	private EntityManager entities;

	private JdbcStreamStore store;

	private FailingCommits commits;

	private HikariDataSource pool;

	@BeforeEach
	void create() throws SQLException {
		this.database = TestDatabase.h2();
		this.commits = new FailingCommits(this.database.dataSource());
		this.pool = this.commits.pool();
		LocalContainerEntityManagerFactoryBean bean = new LocalContainerEntityManagerFactoryBean();
		bean.setDataSource(this.pool);
		bean.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		bean.setPersistenceProviderClass(HibernatePersistenceProvider.class);
		bean.setManagedTypes(PersistenceManagedTypes.of(Customer.class.getName(), Account.class.getName()));
		bean.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "create"));
		bean.afterPropertiesSet();
		this.factory = Objects.requireNonNull(bean.getObject());
		this.entities = SharedEntityManagerCreator.createSharedEntityManager(this.factory);
		this.store = JdbcStreamStore.builder(this.pool, new JpaTransactionManager(this.factory)).build();
	}

	@AfterEach
	void close() {
		this.factory.close();
		this.pool.close();
		this.database.close();
	}

	@Override
	protected StreamStore store() {
		return this.store;
	}

	private StreamLease acquire() {
		return Objects.requireNonNull(this.store.tryAcquire(STREAM), "lease");
	}

	private static StreamPosition at(StreamLease lease, String cursor) {
		StreamPosition position = lease.position();
		return StreamPosition.builder(position.stream(), position.createdAt()).cursor(cursor).updatedAt(NOW).build();
	}

	private long customers() {
		return this.database.jdbc().sql("SELECT COUNT(*) FROM CUSTOMER").query(Long.class).single();
	}

	private String cursor() {
		return Objects.requireNonNull(this.store.find(STREAM)).cursor();
	}

	@Test
	void whatAnEntityManagerWritesAndThePositionAreInOneTransaction() throws Exception {
		try (StreamLease lease = acquire()) {
			lease.deliver(() -> this.entities.persist(new Customer("a", "a@example.com")), at(lease, "c1"));
			assertThat(customers()).isEqualTo(1);
			assertThat(cursor()).isEqualTo("c1");
			assertThatIllegalStateException().isThrownBy(() -> lease.deliver(() -> {
				this.entities.persist(new Customer("b", "b@example.com"));
				this.entities.flush();
				throw new IllegalStateException("no");
			}, at(lease, "c2")));
			assertThat(customers()).isEqualTo(1);
			assertThat(cursor()).isEqualTo("c1");
		}
	}

	@Test
	void whatAnEntityManagerWritesIsUndoneWhenThePositionIsNotSaved() {
		try (StreamLease lease = acquire()) {
			assertThatExceptionOfType(StaleLeaseException.class).isThrownBy(() -> lease.deliver(() -> {
				this.entities.persist(new Customer("a", "a@example.com"));
				this.entities.flush();
				this.store.change(STREAM, (position) -> StreamPosition.beginning(STREAM, NOW));
			}, at(lease, "c1")));
		}
		assertThat(customers()).isZero();
	}

	@Test
	void aFlushThatFailsAtTheEndOfTheTransactionIsAFailureOfTheListenerAndSavesNoPosition() throws Exception {
		try (StreamLease lease = acquire()) {
			lease.deliver(() -> this.entities.persist(new Customer("a", "same@example.com")), at(lease, "c1"));
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> lease
				.deliver(() -> this.entities.persist(new Customer("b", "same@example.com")), at(lease, "c2")));
			assertThat(cursor()).isEqualTo("c1");
			lease.deliver(() -> this.entities.persist(new Customer("b", "other@example.com")), at(lease, "c2"));
		}
		assertThat(customers()).isEqualTo(2);
		assertThat(cursor()).isEqualTo("c2");
	}

	@Test
	void anEntityThatIsRefusedWhenItIsFlushedIsAFailureOfTheListener() throws Exception {
		try (StreamLease lease = acquire()) {
			lease.deliver(() -> this.entities.persist(new Account("a", null)), at(lease, "c1"));
			assertThatExceptionOfType(TransactionSystemException.class)
				.isThrownBy(() -> lease.deliver(() -> account().setName(Account.REFUSED), at(lease, "c2")))
				.withRootCauseInstanceOf(UnsupportedOperationException.class);
			assertThat(cursor()).isEqualTo("c1");
			lease.deliver(() -> account().setName("fine"), at(lease, "c2"));
		}
		assertThat(cursor()).isEqualTo("c2");
	}

	@Test
	void aReferenceToAnEntityThatWasNotSavedIsAFailureOfTheListener() throws Exception {
		try (StreamLease lease = acquire()) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> lease.deliver(
					() -> this.entities.persist(new Account("a", new Customer("b", "b@example.com"))),
					at(lease, "c1")));
			assertThat(cursor()).isNull();
			lease.deliver(() -> this.entities.persist(new Account("a", null)), at(lease, "c1"));
		}
		assertThat(cursor()).isEqualTo("c1");
	}

	@Test
	void anEntityThatSomebodyElseChangesMeanwhileIsAFailureOfTheListener() throws Exception {
		try (StreamLease lease = acquire()) {
			lease.deliver(() -> this.entities.persist(new Account("a", null)), at(lease, "c1"));
			assertThatExceptionOfType(ObjectOptimisticLockingFailureException.class)
				.isThrownBy(() -> lease.deliver(() -> {
					account().setName("here");
					JdbcStoreFixture.inAnotherThread(() -> this.database.jdbc()
						.sql("UPDATE ACCOUNT SET NAME = 'there', VERSION = VERSION + 1")
						.update());
				}, at(lease, "c2")));
			assertThat(cursor()).isEqualTo("c1");
			lease.deliver(() -> assertThat(account().getName()).isEqualTo("there"), at(lease, "c2"));
		}
	}

	@Test
	void aConnectionThatIsCutWithinTheCommitIsAFailureOfTheStore() {
		try (StreamLease lease = acquire()) {
			assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> lease.deliver(() -> {
				this.entities.persist(new Account("a", null));
				this.commits.failNext(new SQLException("cut", "08006"), false);
			}, at(lease, "c1")));
		}
		assertThat(cursor()).isNull();
	}

	private Account account() {
		return this.entities.find(Account.class, "a");
	}

	@Test
	void aLetterIsParkedInTheTransactionOfJpa() {
		DeadLetter letter = new DeadLetter(
				STREAM, new FailedRecord("r1",
						new StoredMetadata(NOW, NOW, RecordAction.ADDED, null, null, "c1", Map.of()), "{}"),
				StreamFailure.ofListener(new IllegalStateException(), "r1", NOW), 3, NOW);
		try (StreamLease lease = acquire()) {
			assertThatIllegalStateException().isThrownBy(() -> lease.deliver(() -> {
				this.store.deadLetters().park(letter);
				throw new IllegalStateException("no");
			}, at(lease, "c1")));
		}
		assertThat(this.store.deadLetters().count("users")).isZero();
	}

	@Test
	void aManagerOfJpaThatDoesNotShareItsConnectionIsRefused() {
		JpaTransactionManager manager = new JpaTransactionManager(this.factory);
		manager.setJpaDialect(new DefaultJpaDialect());
		JdbcStreamStore apart = JdbcStreamStore.builder(this.pool, manager).build();
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> apart.tryAcquire(STREAM))
			.withMessageContaining("the transaction manager of this data source");
	}

}
