package org.nangospring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.health.NangoHealthAutoConfiguration;
import org.nangospring.client.NangoAttempt;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoErrorMapper;
import org.nangospring.client.NangoInterceptor;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.NangoRetryPolicy;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Beans of the application that change how clients call.
 */
class NangoCustomizationTests {

	private WireMockServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() {
		this.server = TestClients.server();
		this.server.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[]}")));
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class, NangoHealthAutoConfiguration.class))
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.baseUrl(),
					"nango.retry.initial-backoff=1ms");
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void withoutSuchBeansNothingIsAdded() {
		this.runner.run((context) -> {
			context.getBean(NangoClient.class).integrations().list();
			assertThat(this.server.getAllServeEvents()).singleElement()
				.satisfies((event) -> assertThat(event.getRequest().getAllHeaderKeys())
					.containsExactlyInAnyOrder("Accept-Encoding", "Host", "Authorization", "User-Agent", "Accept"));
		});
	}

	@Test
	void interceptorsAreCollectedInTheirOrderThoseOfCustomizersLast() {
		this.runner.withUserConfiguration(Interceptors.class).run((context) -> {
			List<String> asked = context.getBean(Interceptors.class).asked;
			context.getBean(NangoClient.class).integrations().list();
			assertThat(asked).containsExactly("first", "second", "customizer");
			asked.clear();
			context.getBean(ReactiveNangoClient.class).integrations().list().block();
			assertThat(asked).containsExactly("first", "second", "customizer");
		});
	}

	@Test
	void furtherClientsHaveThemToo() {
		this.runner.withUserConfiguration(Interceptors.class).run((context) -> {
			NangoClientBuilder builder = context.getBean(NangoClientBuilder.class);
			try (NangoClient further = builder.build()) {
				further.integrations().list();
			}
			assertThat(context.getBean(Interceptors.class).asked).containsExactly("first", "second", "customizer");
		});
	}

	@Test
	void clientsOfOtherEnvironmentsHaveThemToo() {
		this.runner.withConfiguration(AutoConfigurations.of(NangoClientsAutoConfiguration.class))
			.withUserConfiguration(Interceptors.class)
			.withPropertyValues("nango.clients.staging.secret-key=" + TestClients.KEY)
			.run((context) -> {
				BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getBeanFactory(), NangoClient.class, "staging")
					.integrations()
					.list();
				assertThat(context.getBean(Interceptors.class).asked).containsExactly("first", "second", "customizer");
			});
	}

	@Test
	void anInterceptorMayNeedWhatNeedsTheClient() {
		this.runner.withUserConfiguration(Circle.class).run((context) -> {
			assertThat(context).hasNotFailed();
			context.getBean(NangoClient.class).integrations().list();
			this.server.verify(1, anyRequestedFor(anyUrl()).withHeader("X-Host", equalTo(this.server.baseUrl())));
		});
	}

	@Test
	void aRetryPolicyOfTheApplicationDecides() {
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
		this.runner.withBean(NangoRetryPolicy.class, () -> (attempt) -> null).run((context) -> {
			assertThatExceptionOfType(NangoServerException.class)
				.isThrownBy(() -> context.getBean(NangoClient.class).integrations().list());
			this.server.verify(1, anyRequestedFor(anyUrl()));
		});
	}

	@Test
	void ofSeveralRetryPoliciesThePrimaryDecides() {
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
		this.runner.withUserConfiguration(TwoPolicies.class).run((context) -> {
			assertThatExceptionOfType(NangoServerException.class)
				.isThrownBy(() -> context.getBean(NangoClient.class).integrations().list());
			this.server.verify(2, anyRequestedFor(anyUrl()));
		});
	}

	@Test
	void severalRetryPoliciesOfWhichNoneIsPrimaryStopTheApplication() {
		this.runner.withBean("never", NangoRetryPolicy.class, () -> (attempt) -> null)
			.withBean("always", NangoRetryPolicy.class, () -> (attempt) -> Duration.ZERO)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(NangoConfigurationException.class)
				.hasMessageContainingAll("NangoRetryPolicy", "[never, always]", "@Primary"));
	}

	@Test
	void theOnlyRetryPolicyThatIsNoFallbackDecides() {
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
		this.runner.withBean("never", NangoRetryPolicy.class, () -> (attempt) -> null)
			.withBean("always", NangoRetryPolicy.class, () -> (attempt) -> Duration.ZERO,
					(definition) -> definition.setFallback(true))
			.run((context) -> assertAttempts(context.getBean(NangoClient.class), 1));
	}

	@Test
	void retryPoliciesThatAreNoDefaultCandidatesAreForWhoeverNamesThem() {
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
		this.runner.withConfiguration(AutoConfigurations.of(NangoClientsAutoConfiguration.class))
			.withUserConfiguration(PoliciesToBeNamed.class)
			.withPropertyValues("nango.clients.staging.secret-key=" + TestClients.KEY, "nango.retry.max-attempts=3")
			.run((context) -> {
				assertAttempts(context.getBean("stagingNangoClient", NangoClient.class), 1);
				assertAttempts(context.getBean("nangoClient", NangoClient.class), 3);
			});
	}

	private void assertAttempts(NangoClient nango, int attempts) {
		this.server.resetRequests();
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> nango.integrations().list());
		this.server.verify(attempts, anyRequestedFor(anyUrl()));
	}

	@Test
	void aRetryPolicyOfACustomizerTakesThePlaceOfTheBean() {
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
		this.runner.withBean(NangoRetryPolicy.class, () -> (attempt) -> Duration.ZERO)
			.withBean(NangoClientBuilderCustomizer.class, () -> (builder) -> builder.retryPolicy((attempt) -> null))
			.run((context) -> {
				assertThatExceptionOfType(NangoServerException.class)
					.isThrownBy(() -> context.getBean(NangoClient.class).integrations().list());
				this.server.verify(1, anyRequestedFor(anyUrl()));
			});
	}

	@Test
	void errorMappersAreAskedInTheirOrder() {
		this.server.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"error\":{\"code\":\"not_found\"}}", 404)));
		this.runner.withUserConfiguration(Mappers.class)
			.run((context) -> assertThatIllegalStateException()
				.isThrownBy(() -> context.getBean(NangoClient.class).integrations().list())
				.withMessage("first")
				.withCauseInstanceOf(NangoNotFoundException.class));
	}

	@Test
	void healthIsToldApartByTheClientsOwnExceptions() {
		this.server.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"error\":{\"code\":\"forbidden\"}}", 403)));
		this.runner.withUserConfiguration(Mappers.class).run((context) -> {
			ReactiveHealthIndicator health = context.getBean("nangoHealthContributor", ReactiveHealthIndicator.class);
			assertThat(health.health().block()).satisfies((seen) -> {
				assertThat(seen.getStatus()).isEqualTo(Status.UP);
				assertThat(seen.getDetails()).containsEntry("key", "valid").containsKey("keyScope");
			});
		});
	}

	@Test
	void aDerivedClientIsABeanBesideTheClient() {
		this.runner.withUserConfiguration(Derived.class).run((context) -> {
			assertThat(context).hasNotFailed().hasBean("nangoClient").hasBean("patientNango");
			assertThat(context.getBean(ReactiveNangoClient.class))
				.isSameAs(context.getBean("nangoClient", NangoClient.class).reactive());
			assertThat(context.getBean(NeedsBoth.class).nango).isSameAs(context.getBean("nangoClient"));
			assertThat(context.getBean(NeedsBoth.class).patient).isSameAs(context.getBean("patientNango"));
			context.getBean("patientNango", NangoClient.class).integrations().list();
			this.server.verify(1, anyRequestedFor(anyUrl()));
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Interceptors {

		private final List<String> asked = new CopyOnWriteArrayList<>();

		@Bean
		@Order(2)
		NangoInterceptor second() {
			return noting("second");
		}

		@Bean
		@Order(1)
		NangoInterceptor first() {
			return noting("first");
		}

		@Bean
		NangoClientBuilderCustomizer adding() {
			return (builder) -> builder.interceptor(noting("customizer"));
		}

		private NangoInterceptor noting(String name) {
			return new NangoInterceptor() {
				@Override
				public void beforeAttempt(NangoAttempt attempt) {
					Interceptors.this.asked.add(name);
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Circle {

		@Bean
		Needing needing(NangoClient nango) {
			return new Needing(nango.host().toString());
		}

		@Bean
		NangoInterceptor interceptor(Needing needing) {
			return new NangoInterceptor() {
				@Override
				public void beforeAttempt(NangoAttempt attempt) {
					attempt.header("X-Host", needing.host());
				}
			};
		}

	}

	record Needing(String host) {
	}

	@Configuration(proxyBeanMethods = false)
	static class PoliciesToBeNamed {

		@Bean(defaultCandidate = false)
		NangoRetryPolicy never() {
			return (attempt) -> null;
		}

		@Bean
		NangoClientBuilderCustomizer staging(@Qualifier("never") NangoRetryPolicy never) {
			return NangoClientBuilderCustomizer.forClient("staging", (builder) -> builder.retryPolicy(never));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoPolicies {

		@Bean
		NangoRetryPolicy never() {
			return (attempt) -> null;
		}

		@Bean
		@Primary
		NangoRetryPolicy once() {
			return (attempt) -> (attempt.attempts() == 1) ? Duration.ZERO : null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Mappers {

		@Bean
		@Order(2)
		NangoErrorMapper second() {
			return (failure) -> new IllegalStateException("second");
		}

		@Bean
		@Order(1)
		NangoErrorMapper first() {
			return (failure) -> new IllegalStateException("first");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Derived {

		@Bean(defaultCandidate = false)
		@Qualifier("patient")
		NangoClient patientNango(NangoClient nango) {
			return nango.mutate().name("patient").callTimeout(Duration.ofMinutes(5)).build();
		}

		@Bean
		NeedsBoth needsBoth(NangoClient nango, @Qualifier("patient") NangoClient patient) {
			return new NeedsBoth(nango, patient);
		}

	}

	record NeedsBoth(NangoClient nango, NangoClient patient) {
	}

}
