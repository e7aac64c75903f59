package org.nangospring.autoconfigure.listener;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.client.TestClients;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.StreamState;
import org.nangospring.listener.jdbc.Customer;
import org.nangospring.listener.jdbc.JdbcStreamStore;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose transactions are those of JPA.
 */
class JpaListenerTests {

	private static final RecordStreamId STREAM = new RecordStreamId("slack-User", "slack", "acme", "User", null);

	private RecordsServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void connect() throws Exception {
		this.server = new RecordsServer().connect("slack", "acme");
		this.server.fill("slack/acme/User", 0, 5);
		this.runner = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(NangoAutoConfiguration.class, NangoJdbcStreamStoreAutoConfiguration.class,
							NangoListenerAutoConfiguration.class, DataSourceAutoConfiguration.class,
							DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
			.withUserConfiguration(ListenerThreads.class, Entities.class)
			.withBean(Customers.class)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url(),
					"spring.datasource.generate-unique-name=true", "nango.listeners.batch-size=2",
					"nango.listeners.retry.max-attempts=1");
	}

	@AfterEach
	void close() throws Exception {
		this.server.close();
	}

	@Test
	void aListenerWritesWithAnEntityManagerInTheTransactionThatSavesThePosition() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(JdbcStreamStore.class);
			assertThat(context.getBean(PlatformTransactionManager.class)).isInstanceOf(JpaTransactionManager.class);
			ListenerThreads.drain(context);
			assertThat(ids(context.getBean(JdbcTemplate.class))).containsExactly("r0", "r1", "r2", "r3", "r4");
			assertThat(context.getBean(NangoRecordListeners.class).position(STREAM).cursor()).isEqualTo("c5");
		});
	}

	@Test
	void whatAListenerThatFailsHasWrittenWithAnEntityManagerIsUndone() {
		this.runner.run((context) -> {
			context.getBean(Customers.class).poison = "r3";
			ListenerThreads.drain(context);
			assertThat(ids(context.getBean(JdbcTemplate.class))).containsExactly("r0", "r1");
			assertThat(context.getBean(NangoRecordListeners.class).position(STREAM)).satisfies((position) -> {
				assertThat(position.cursor()).isEqualTo("c2");
				assertThat(position.state()).isEqualTo(StreamState.STOPPED);
			});
		});
	}

	private static List<String> ids(JdbcTemplate jdbc) {
		return jdbc.queryForList("SELECT ID FROM CUSTOMER ORDER BY ID", String.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class Entities {

		@Bean
		LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
			LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
			factory.setDataSource(dataSource);
			factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
			factory.setManagedTypes(PersistenceManagedTypes.of(Customer.class.getName()));
			factory.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "create"));
			return factory;
		}

		@Bean
		JpaTransactionManager transactionManager(EntityManagerFactory factory) {
			return new JpaTransactionManager(factory);
		}

	}

	static class Customers {

		private final EntityManager entities;

		private String poison = "";

		Customers(EntityManagerFactory factory) {
			this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
		}

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<User> batch) {
			for (NangoRecord<User> record : batch) {
				this.entities.persist(new Customer(record.id(), record.id() + "@example.com"));
				this.entities.flush();
				if (record.id().equals(this.poison)) {
					throw new IllegalStateException("Broken for the test");
				}
			}
		}

	}

}
