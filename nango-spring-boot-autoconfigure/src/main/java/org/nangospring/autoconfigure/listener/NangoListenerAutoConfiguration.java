package org.nangospring.autoconfigure.listener;

import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.autoconfigure.NangoListenersProperties;
import org.nangospring.autoconfigure.RecordListenerContainerCustomizer;
import org.nangospring.client.NangoClient;
import org.nangospring.listener.DeadLetters;
import org.nangospring.listener.InMemoryStreamStore;
import org.nangospring.listener.ListenerObserver;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordErrorHandler;
import org.nangospring.listener.RecordListenerContainer;
import org.nangospring.listener.RecordListenerDefinition;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.jdbc.JdbcDeadLetters;
import org.nangospring.listener.jdbc.JdbcStreamStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Auto-configuration of what runs record listeners. It is there only where a bean has a
 * {@link NangoRecordListener}, where a {@link RecordListenerDefinition} is a bean, or
 * where {@code nango.listeners.enabled} says so.
 */
@AutoConfiguration(after = NangoAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "nango.enabled", matchIfMissing = true)
public final class NangoListenerAutoConfiguration {

	@Bean
	static HiddenListenerCheck nangoHiddenListenerCheck(ConfigurableListableBeanFactory beanFactory,
			Environment environment) {
		return new HiddenListenerCheck(beanFactory, environment);
	}

	/**
	 * What runs them.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnRecordListener
	@EnableConfigurationProperties(NangoListenersProperties.class)
	static class ContainerConfiguration {

		@Bean
		@ConditionalOnMissingBean
		StreamStore nangoStreamStore(NangoListenersProperties properties) {
			if (properties.getStore() == NangoListenersProperties.Store.AUTO
					|| properties.getStore() == NangoListenersProperties.Store.MEMORY) {
				return new InMemoryStreamStore();
			}
			throw new NangoConfigurationException("nango.listeners.store",
					StoreCondition.missing(properties.getStore()));
		}

		@Bean
		@ConditionalOnMissingBean
		DeadLetters nangoDeadLetters(StreamStore store) {
			return store.deadLetters();
		}

		@Bean
		@ConditionalOnMissingBean(NangoRecordListeners.class)
		RecordListenerContainer nangoRecordListeners(NangoListenersProperties properties, Environment environment,
				ConfigurableListableBeanFactory beanFactory, StreamStore store, DeadLetters deadLetters,
				ObjectProvider<RecordErrorHandler> errorHandlers, ObjectProvider<ListenerObserver> observers,
				ObjectProvider<RecordListenerContainerCustomizer> customizers) {
			NangoClient nango = ListenerClient.choose(beanFactory, properties.getClient());
			return new RecordListenerContainerFactory(properties, environment).create(nango, store, deadLetters,
					errorHandlers, observers, customizers);
		}

		@Bean(RecordListenerRegistration.BEAN_NAME)
		RecordListenerRegistration nangoRecordListenerRegistration(ConfigurableListableBeanFactory beanFactory,
				NangoRecordListeners listeners, ObjectProvider<RecordListenerDefinition<?>> definitions,
				NangoListenersProperties properties) {
			return new RecordListenerRegistration(beanFactory, listeners, definitions, properties);
		}

		/**
		 * The dead letters of a database by their own type, so that they can be injected.
		 */
		@Configuration(proxyBeanMethods = false)
		@ConditionalOnClass(JdbcClient.class)
		@ConditionalOnSingleCandidate(JdbcStreamStore.class)
		@ConditionalOnMissingBean(DeadLetters.class)
		static class JdbcDeadLettersConfiguration {

			@Bean
			JdbcDeadLetters nangoDeadLetters(JdbcStreamStore store) {
				return store.deadLetters();
			}

		}

	}

}
