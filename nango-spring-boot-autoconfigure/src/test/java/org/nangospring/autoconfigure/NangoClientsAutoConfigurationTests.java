package org.nangospring.autoconfigure;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which beans named clients are, and what an injection gets.
 */
class NangoClientsAutoConfigurationTests {

	private static final String DEFAULT = "nango.secret-key=" + TestClients.KEY;

	private static final String STAGING = "nango.clients.staging.secret-key=22222222-2222-4333-8444-555555555555";

	private static final String EU = "nango.clients.eu.secret-key=33333333-2222-4333-8444-555555555555";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class, NangoClientsAutoConfiguration.class));

	@Test
	void withoutNamesThereIsOnlyTheDefaultClient() {
		this.runner.withPropertyValues(DEFAULT)
			.run((context) -> assertThat(context).hasSingleBean(NangoClient.class)
				.hasSingleBean(ReactiveNangoClient.class)
				.doesNotHaveBean(NangoClientsAutoConfiguration.class)
				.doesNotHaveBean(NamedClientFactory.class));
	}

	@Test
	void eachNameIsTheQualifierOfAClientAndItsReactiveSide() {
		this.runner.withPropertyValues(DEFAULT, STAGING, EU).withUserConfiguration(Injected.class).run((context) -> {
			assertThat(context).getBeanNames(NangoClient.class)
				.containsExactlyInAnyOrder("nangoClient", "stagingNangoClient", "euNangoClient");
			assertThat(context).getBeanNames(ReactiveNangoClient.class)
				.containsExactlyInAnyOrder("reactiveNangoClient", "stagingReactiveNangoClient",
						"euReactiveNangoClient");
			Clients clients = context.getBean(Clients.class);
			assertThat(clients.staging()).isSameAs(context.getBean("stagingNangoClient"));
			assertThat(clients.reactiveStaging()).isSameAs(clients.staging().reactive());
			assertThat(clients.staging().name()).isEqualTo("staging");
			assertThat(clients.eu().name()).isEqualTo("eu");
		});
	}

	@Test
	void withoutAQualifierTheDefaultClientIsInjected() {
		this.runner.withPropertyValues(DEFAULT, STAGING, EU).withUserConfiguration(Injected.class).run((context) -> {
			Clients clients = context.getBean(Clients.class);
			assertThat(clients.unqualified()).isSameAs(context.getBean("nangoClient"));
			assertThat(clients.unqualified().name()).isEqualTo("default");
			assertThat(clients.reactiveUnqualified()).isSameAs(clients.unqualified().reactive());
			assertThat(context.getBean(NangoClient.class)).isSameAs(clients.unqualified());
		});
	}

	@Test
	void withoutADefaultKeyTheOnlyNamedClientIsInjectedEverywhere() {
		this.runner.withPropertyValues(STAGING).run((context) -> {
			assertThat(context).hasSingleBean(NangoClient.class).hasSingleBean(ReactiveNangoClient.class);
			assertThat(context.getBean(NangoClient.class).name()).isEqualTo("staging");
			assertThat(context.getBean(ReactiveNangoClient.class))
				.isSameAs(context.getBean(NangoClient.class).reactive());
		});
	}

	@Test
	void withoutADefaultKeySeveralNamedClientsNeedAQualifier() {
		this.runner.withPropertyValues(STAGING, EU).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThatExceptionOfType(NoUniqueBeanDefinitionException.class)
				.isThrownBy(() -> context.getBean(NangoClient.class))
				.withMessageContaining("stagingNangoClient")
				.withMessageContaining("euNangoClient");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "'  '", "${NANGO_KEY_THAT_IS_NOT_SET}" })
	void aDefaultKeyThatIsEmptyIsAMistakeAndNotAWishForNone(String key) {
		this.runner.withPropertyValues(STAGING, "nango.secret-key=" + key)
			.run((context) -> assertThat(problem(context.getStartupFailure()).getProperty())
				.isEqualTo("nango.secret-key"));
	}

	@Test
	void theDefaultKeyIsNotInherited() {
		this.runner.withPropertyValues(DEFAULT, "nango.clients.staging.host=https://nango.example.com")
			.run((context) -> assertThat(problem(context.getStartupFailure())).satisfies((ex) -> {
				assertThat(ex.getProperty()).isEqualTo("nango.clients.staging.secret-key");
				assertThat(ex.getProblem()).isEqualTo("The secret key is missing");
			}));
	}

	@Test
	void aCustomizerOfTheClientCanBringItsKeyAndLeavesOthersAlone() {
		AtomicReference<@Nullable String> customized = new AtomicReference<>();
		this.runner.withPropertyValues(DEFAULT, EU, "nango.clients.staging.host=https://nango.example.com")
			.withBean(NangoClientBuilderCustomizer.class,
					() -> NangoClientBuilderCustomizer.forClient("staging", (builder) -> {
						assertThat(customized.getAndSet(builder.name())).isNull();
						builder.secretKey("22222222-2222-4333-8444-555555555555");
					}))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(customized).hasValue("staging");
			});
	}

	@Test
	void aClientThatIsDisabledNeedsNoKeyAndIsNotThere() {
		this.runner.withPropertyValues(DEFAULT, "nango.clients.staging.enabled=false", EU)
			.run((context) -> assertThat(context).hasBean("euNangoClient")
				.doesNotHaveBean("stagingNangoClient")
				.doesNotHaveBean("stagingReactiveNangoClient"));
	}

	@Test
	void disabledThereIsNone() {
		this.runner.withPropertyValues(STAGING, "nango.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(NangoClient.class)
				.doesNotHaveBean(ReactiveNangoClient.class)
				.doesNotHaveBean(NamedClientFactory.class));
	}

	@Test
	void aClientOfTheApplicationUnderTheNameOfTheBeanTakesItsPlace() {
		NangoClient mine = client();
		this.runner.withPropertyValues(DEFAULT, "nango.clients.staging.host=https://nango.example.com")
			.withBean("stagingNangoClient", NangoClient.class, () -> mine)
			.run((context) -> {
				assertThat(context).getBean("stagingNangoClient").isSameAs(mine);
				assertThat(context).getBean("stagingReactiveNangoClient").isSameAs(mine.reactive());
			});
	}

	@Test
	void aReactiveClientOfTheApplicationUnderTheNameOfTheBeanTakesItsPlace() {
		NangoClient mine = client();
		this.runner.withPropertyValues(DEFAULT, STAGING)
			.withBean("stagingReactiveNangoClient", ReactiveNangoClient.class, mine::reactive)
			.run((context) -> {
				assertThat(context).getBean("stagingReactiveNangoClient").isSameAs(mine.reactive());
				assertThat(context).getBean("stagingNangoClient", NangoClient.class).isNotSameAs(mine);
			});
	}

	@Test
	void somethingElseUnderTheNameOfTheBeanIsLeftAlone() {
		this.runner.withPropertyValues(DEFAULT, STAGING)
			.withBean("stagingNangoClient", String.class, () -> "mine")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("stagingReactiveNangoClient")
				.getBean("stagingNangoClient")
				.isEqualTo("mine"));
	}

	@Test
	void anotherClientOfTheApplicationTakesThePlaceOfTheDefaultOnly() {
		NangoClient mine = client();
		this.runner.withPropertyValues(DEFAULT, STAGING)
			.withBean("mine", NangoClient.class, () -> mine)
			.run((context) -> {
				assertThat(context.getBean(NangoClient.class)).isSameAs(mine);
				assertThat(context).hasBean("stagingNangoClient").doesNotHaveBean("nangoClient");
			});
	}

	@Test
	void aBeanOfConnectionDetailsMakesADefaultClientWithoutAKeyInTheProperties() {
		this.runner.withPropertyValues(STAGING)
			.withBean(NangoConnectionDetails.class, () -> details(TestClients.KEY))
			.run((context) -> {
				assertThat(context.getBean(NangoClient.class).name()).isEqualTo("default");
				assertThat(context).hasBean("stagingNangoClient");
			});
	}

	@Test
	void connectionDetailsThatKnowOnlyTheHostTakeTheKeyOfTheProperties() {
		this.runner.withPropertyValues(DEFAULT)
			.withBean(NangoConnectionDetails.class, () -> details(null))
			.run((context) -> assertThat(context.getBean(NangoClient.class).host())
				.hasToString("https://details.example.com"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "eu-west", "Staging", "default", "reactive", "1st", "st\u00e4ging",
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void aNameThatCannotBeOneStopsTheApplication(String name) {
		this.runner.withPropertyValues(DEFAULT, "nango.clients[" + name + "].secret-key=" + TestClients.KEY)
			.run((context) -> assertThat(problem(context.getStartupFailure())).satisfies((ex) -> {
				assertThat(ex.getProperty()).isEqualTo("nango.clients");
				assertThat(ex.getProblem()).contains("'" + name + "'").contains("another name");
			}));
	}

	@Test
	void clientsHaveNoClients() {
		this.runner.withPropertyValues(DEFAULT, STAGING, "nango.clients.staging.clients.eu.host=https://x.example.com")
			.run((context) -> assertThat(problem(context.getStartupFailure()).getProperty())
				.isEqualTo("nango.clients.staging.clients"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "webhook.path=/x", "webhook.signing-keys[0]=11111111", "listeners.store=memory" })
	void whatIsThereOnceForAllClientsIsNotSetUnderAName(String set) {
		this.runner.withPropertyValues(DEFAULT, STAGING, "nango.clients.staging." + set)
			.run((context) -> assertThat(problem(context.getStartupFailure()).getProperty())
				.isEqualTo("nango.clients.staging." + set.substring(0, set.indexOf('.'))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "11111111" })
	void aNameWithoutAnythingBelowItLacksItsKey(String value) {
		this.runner.withPropertyValues(DEFAULT, "nango.clients.staging=" + value)
			.run((context) -> assertThat(problem(context.getStartupFailure())).satisfies((ex) -> {
				assertThat(ex.getProperty()).isEqualTo("nango.clients.staging.secret-key");
				assertThat(ex).hasMessageContaining("The secret key is missing").message().doesNotContain("11111111");
			}));
	}

	@Test
	void variablesOfTheEnvironmentAreEnough() {
		this.runner
			.withInitializer(
					(context) -> context.getEnvironment()
						.getPropertySources()
						.addFirst(
								new SystemEnvironmentPropertySource("systemEnvironment",
										Map.of("NANGO_CLIENTS_STAGING_SECRETKEY", TestClients.KEY,
												"NANGO_CLIENTS_STAGING_HOST", "https://staging.example.com"))))
			.run((context) -> {
				assertThat(context).hasSingleBean(NangoClient.class);
				assertThat(context.getBean("stagingNangoClient", NangoClient.class).host())
					.hasToString("https://staging.example.com");
			});
	}

	@Test
	void closingTheContextClosesNamedClients() {
		NangoClient[] client = new NangoClient[1];
		this.runner.withPropertyValues(DEFAULT, STAGING)
			.run((context) -> client[0] = context.getBean("stagingNangoClient", NangoClient.class));
		assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> client[0].integrations().list())
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(NangoTransportException.Reason.CLOSED));
	}

	private static NangoConfigurationException problem(Throwable failure) {
		Throwable cause = failure;
		while (!(cause instanceof NangoConfigurationException)) {
			cause = cause.getCause();
		}
		return (NangoConfigurationException) cause;
	}

	private static NangoClient client() {
		return NangoClient.builder().secretKey(TestClients.KEY).build();
	}

	private static NangoConnectionDetails details(@Nullable String key) {
		return new NangoConnectionDetails() {

			@Override
			public URI getHost() {
				return URI.create("https://details.example.com");
			}

			@Override
			public @Nullable String getSecretKey() {
				return key;
			}

		};
	}

	record Clients(NangoClient unqualified, ReactiveNangoClient reactiveUnqualified, NangoClient staging,
			ReactiveNangoClient reactiveStaging, NangoClient eu) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Injected {

		@Bean
		Clients clients(NangoClient unqualified, ReactiveNangoClient reactiveUnqualified,
				@Qualifier("staging") NangoClient staging, @Qualifier("staging") ReactiveNangoClient reactiveStaging,
				@Qualifier("eu") NangoClient eu) {
			return new Clients(unqualified, reactiveUnqualified, staging, reactiveStaging, eu);
		}

	}

}
