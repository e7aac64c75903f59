package org.nangospring.autoconfigure;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beans of the users take the place of ours, or change what ours are like.
 */
class NangoBeansOfUsersTests {

	private static final String OTHER_KEY = "99999999-2222-4333-8444-555555555555";

	private WireMockServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() {
		this.server = TestClients.server();
		this.server.stubFor(get(anyUrl()).willReturn(okJson("""
				{"data":[{"unique_key":"github-prod","display_name":"GitHub","provider":"github"}]}""")));
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class))
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.baseUrl() + "/");
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void aClientOfTheApplicationTakesThePlaceOfTheClient() {
		this.runner.withBean("mine", NangoClient.class, this::otherClient).run((context) -> {
			assertThat(context).getBeanNames(NangoClient.class).containsExactly("mine");
			assertThat(context.getBean(ReactiveNangoClient.class))
				.isSameAs(context.getBean(NangoClient.class).reactive());
		});
	}

	@Test
	void aClientOfTheApplicationNeedsNoKey() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class))
			.withBean(NangoClient.class, this::otherClient)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(NangoClient.class));
	}

	@Test
	void aReactiveClientOfTheApplicationTakesThePlaceOfTheReactiveClient() {
		ReactiveNangoClient mine = Mockito.mock(ReactiveNangoClient.class);
		this.runner.withBean("mine", ReactiveNangoClient.class, () -> mine).run((context) -> {
			assertThat(context).getBean(ReactiveNangoClient.class).isSameAs(mine);
			assertThat(context).hasSingleBean(NangoClient.class);
		});
	}

	@Test
	void withTwoClientsOfTheApplicationThereIsNoReactiveClientToChoose() {
		this.runner.withBean("one", NangoClient.class, this::otherClient)
			.withBean("two", NangoClient.class, this::otherClient)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ReactiveNangoClient.class));
	}

	@Test
	void aBuilderOfTheApplicationTakesThePlaceOfTheBuilder() {
		this.runner
			.withBean("mine", NangoClientBuilder.class,
					() -> NangoClient.builder().secretKey(OTHER_KEY).host(this.server.baseUrl()))
			.run((context) -> {
				assertThat(context).hasSingleBean(NangoClientBuilder.class);
				context.getBean(NangoClient.class).integrations().list();
				verifyCalls(1, OTHER_KEY);
			});
	}

	@Test
	void connectionDetailsTakeThePlaceOfHostAndKey() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class))
			.withPropertyValues("nango.host=https://unused.invalid")
			.withBean(NangoConnectionDetails.class, () -> details(this.server.baseUrl(), OTHER_KEY))
			.run((context) -> {
				assertThat(context).hasSingleBean(NangoConnectionDetails.class);
				context.getBean(NangoClient.class).integrations().list();
				verifyCalls(1, OTHER_KEY);
			});
	}

	@Test
	void customizersComeLastInTheirOrder() {
		this.runner.withUserConfiguration(OrderedCustomizers.class).run((context) -> {
			context.getBean(NangoClient.class).integrations().list();
			verifyCalls(1, OTHER_KEY);
			assertThat(context.getBean(OrderedCustomizers.class).applied).containsExactly("early", "late");
		});
	}

	@Test
	void aCustomizerCanBringTheKey() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class))
			.withPropertyValues("nango.host=" + this.server.baseUrl())
			.withBean(NangoClientBuilderCustomizer.class, () -> (builder) -> builder.secretKey(OTHER_KEY))
			.run((context) -> {
				context.getBean(NangoClient.class).integrations().list();
				verifyCalls(1, OTHER_KEY);
			});
	}

	private void verifyCalls(int count, String key) {
		this.server.verify(count, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer " + key)));
	}

	private NangoClient otherClient() {
		return NangoClient.builder().secretKey(OTHER_KEY).host(this.server.baseUrl()).build();
	}

	private static NangoConnectionDetails details(String host, String key) {
		return new NangoConnectionDetails() {

			@Override
			public URI getHost() {
				return URI.create(host);
			}

			@Override
			public String getSecretKey() {
				return key;
			}

		};
	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedCustomizers {

		private final List<String> applied = new CopyOnWriteArrayList<>();

		@Bean
		NangoClientBuilderCustomizer late() {
			return (builder) -> {
				this.applied.add("late");
				builder.secretKey(OTHER_KEY);
			};
		}

		@Bean
		@Order(0)
		NangoClientBuilderCustomizer early() {
			return (builder) -> {
				this.applied.add("early");
				builder.secretKey("00000000-0000-4000-8000-000000000000");
			};
		}

	}

}
