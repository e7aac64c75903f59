package org.nangospring.autoconfigure.endpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoClientBuilderCustomizer;
import org.nangospring.autoconfigure.NangoClientsAutoConfiguration;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

class NangoEndpointAutoConfigurationTests {

	private static final String KEY = "nango.secret-key=" + TestClients.KEY;

	private static final String EXPOSED = "management.endpoints.web.exposure.include=nango";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues(KEY, "spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=nango");

	@Test
	void theEndpointIsThereWhereItIsExposed() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(NangoEndpoint.class)
			.hasBean("endpointNangoClientBuilderCustomizer"));
	}

	@Test
	void theEndpointIsExposedInServletApplications() {
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues(KEY, EXPOSED)
			.run((context) -> assertThat(context).hasSingleBean(NangoEndpoint.class));
	}

	@Test
	void theEndpointIsExposedInReactiveApplications() {
		new ReactiveWebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues(KEY, EXPOSED)
			.run((context) -> assertThat(context).hasSingleBean(NangoEndpoint.class));
	}

	@Test
	void whereItIsNotExposedNothingOfItIsThere() {
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues(KEY)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(NangoEndpointAutoConfiguration.class)
				.doesNotHaveBean(NangoEndpoint.class)
				.doesNotHaveBean("endpointNangoClientBuilderCustomizer"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.endpoint.nango.access=NONE", "nango.enabled=false" })
	void itCanBeSwitchedOff(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(NangoEndpoint.class));
	}

	@Test
	void anEndpointOfTheApplicationTakesItsPlace() {
		NangoEndpoint mine = new NangoEndpoint(Mockito.mock(),
				new StaticListableBeanFactory().getBeanProvider(SanitizingFunction.class));
		this.runner.withBean("mine", NangoEndpoint.class, () -> mine)
			.run((context) -> assertThat(context).getBean(NangoEndpoint.class).isSameAs(mine));
	}

	@Test
	void countingConnectionsCanBeSwitchedOffByItsName() {
		this.runner
			.withBean("endpointNangoClientBuilderCustomizer", NangoClientBuilderCustomizer.class, () -> (builder) -> {
			})
			.run((context) -> {
				NangoEndpoint endpoint = context.getBean(NangoEndpoint.class);
				assertThat(endpoint.clients().clients().get("default").pool()).isNull();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.boot.actuate", "org.springframework.boot.actuate.autoconfigure" })
	void withoutTheActuatorThereIsAClientAllTheSame(String missing) {
		this.runner.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(NangoClient.class)
				.doesNotHaveBean(NangoEndpoint.class));
	}

	@Test
	void askingForItMakesNoClientAtTheStart() {
		this.runner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(context.getBean(NangoEndpoint.class)).isNotNull();
				assertThat(context.getBeanFactory().containsSingleton("nangoClient")).isFalse();
			});
	}

	@Test
	void allClientsAreShownByTheirNames() {
		this.runner.withUserConfiguration(TwoClients.class).run((context) -> {
			NangoEndpoint endpoint = context.getBean(NangoEndpoint.class);
			assertThat(endpoint.clients().clients()).containsOnlyKeys("development", "production");
			assertThat(endpoint.client("production")).isNotNull();
			assertThat(endpoint.client("other")).isNull();
		});
	}

	@Test
	void clientsWithNamesOfTheirOwnAreShownByThese() {
		this.runner.withPropertyValues("nango.clients.staging.secret-key=" + TestClients.KEY).run((context) -> {
			NangoEndpoint endpoint = context.getBean(NangoEndpoint.class);
			assertThat(endpoint.clients().clients()).containsOnlyKeys("default", "staging");
			assertThat(endpoint.client("staging")).satisfies((client) -> assertThat(client.pool()).isNotNull());
		});
	}

	@Test
	void aClientThatTheApplicationMadeUpIsShownWithWhatItTells() {
		this.runner.withBean("mine", NangoClient.class, () -> Mockito.mock(NangoClient.class)).run((context) -> {
			NangoEndpoint endpoint = context.getBean(NangoEndpoint.class);
			assertThat(endpoint.clients().clients()).containsOnlyKeys("mine");
			assertThat(endpoint.client("mine")).isEqualTo(new ClientDescriptor(null, null, null, null, null));
		});
	}

	/**
	 * Imported by name, as Spring Boot does it, so that annotations of missing libraries
	 * are never looked at.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ NangoAutoConfiguration.class, NangoClientsAutoConfiguration.class,
			NangoEndpointAutoConfiguration.class })
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoClients {

		@Bean
		@Primary
		NangoClient production() {
			return NangoClient.builder().secretKey(TestClients.KEY).build();
		}

		@Bean
		NangoClient development() {
			return NangoClient.builder().secretKey(TestClients.KEY).build();
		}

	}

}
