package org.nangospring.autoconfigure.listener;

import javax.sql.DataSource;

import org.nangospring.autoconfigure.NangoListenerJdbcProperties;
import org.nangospring.autoconfigure.NangoListenersProperties;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.jdbc.JdbcStreamStore;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.init.PropertiesBasedDataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.autoconfigure.init.OnDatabaseInitializationCondition;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Auto-configuration of positions in the database of the application, where there is one
 * with transactions and there are record listeners.
 */
@AutoConfiguration(before = NangoListenerAutoConfiguration.class,
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
				"org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
				"org.springframework.boot.transaction.jta.autoconfigure.JtaAutoConfiguration" })
@ConditionalOnClass({ JdbcClient.class, PropertiesBasedDataSourceScriptDatabaseInitializer.class })
@ConditionalOnBooleanProperty(name = "nango.enabled", matchIfMissing = true)
@Conditional(StoreCondition.Jdbc.class)
@ConditionalOnSingleCandidate(DataSource.class)
@ConditionalOnMissingBean(StreamStore.class)
public final class NangoJdbcStreamStoreAutoConfiguration {

	/**
	 * What is made where there are transactions too.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnSingleCandidate(PlatformTransactionManager.class)
	@ConditionalOnRecordListener
	@EnableConfigurationProperties({ NangoListenersProperties.class, NangoListenerJdbcProperties.class })
	@Import(DatabaseInitializationDependencyConfigurer.class)
	static class StoreConfiguration {

		@Bean
		@DependsOnDatabaseInitialization
		JdbcStreamStore nangoStreamStore(DataSource dataSource, PlatformTransactionManager transactionManager,
				NangoListenersProperties properties, NangoListenerJdbcProperties jdbc) {
			JdbcStreamStore.Builder builder = JdbcStreamStore.builder(dataSource, transactionManager);
			PropertyChecks.set("take-over-after", () -> builder.takeOverAfter(properties.getTakeOverAfter()));
			return PropertyChecks.set("jdbc.table-prefix", () -> builder.tablePrefix(jdbc.getTablePrefix())).build();
		}

		@Bean
		@ConditionalOnMissingBean(ListenerSchemaInitializer.class)
		@Conditional(SchemaCondition.class)
		ListenerSchemaInitializer nangoListenerSchemaInitializer(DataSource dataSource,
				NangoListenerJdbcProperties jdbc) {
			return new ListenerSchemaInitializer(dataSource, jdbc);
		}

	}

	/**
	 * Makes the tables.
	 */
	static final class ListenerSchemaInitializer
			extends PropertiesBasedDataSourceScriptDatabaseInitializer<NangoListenerJdbcProperties> {

		ListenerSchemaInitializer(DataSource dataSource, NangoListenerJdbcProperties properties) {
			super(dataSource, properties);
		}

	}

	/**
	 * Whether tables are made at all.
	 */
	static final class SchemaCondition extends OnDatabaseInitializationCondition {

		SchemaCondition() {
			super("Nango record listeners", "nango.listeners.jdbc.initialize-schema");
		}

	}

}
