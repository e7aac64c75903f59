package org.nangospring.autoconfigure;

import java.io.IOException;
import java.net.URI;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import io.netty.pkitesting.X509Bundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.RawServer;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.network.Answers;
import org.nangospring.client.network.Certificates;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * SSL bundles of the application, in real calls to an encrypted server.
 */
@ExtendWith(OutputCaptureExtension.class)
class NangoSslBundleTests {

	private RawServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = new RawServer(Certificates.sockets(Certificates.loopback()), Answers.HANGING_UP);
	}

	@AfterEach
	void stop() throws IOException {
		this.server.close();
	}

	@Test
	void theBundleTellsWhomToTrust() {
		runner().withPropertyValues("nango.ssl.bundle=mine", truststore("mine", Certificates.AUTHORITY))
			.run(NangoSslBundleTests::assertCalls);
	}

	@Test
	void everyClientOfTheBuilderUsesTheBundle() {
		runner().withPropertyValues("nango.ssl.bundle=mine", truststore("mine", Certificates.AUTHORITY))
			.run((context) -> {
				try (NangoClient further = context.getBean(NangoClientBuilder.class).build()) {
					assertThat(further.integrations().list()).isEmpty();
				}
			});
	}

	@Test
	void withoutTheNameOfABundleNoneIsUsed() {
		runner().withPropertyValues(truststore("mine", Certificates.AUTHORITY)).run(NangoSslBundleTests::assertRefuses);
	}

	@Test
	void theKeyOfTheBundleIsShownToAServerThatWantsIt() throws IOException {
		X509Bundle client = Certificates.client(Certificates.AUTHORITY);
		try (RawServer demanding = new RawServer(Certificates.demandingSockets(Certificates.loopback()),
				Answers.HANGING_UP)) {
			runner()
				.withPropertyValues("nango.host=" + demanding.url(), "nango.ssl.bundle=mine",
						truststore("mine", Certificates.AUTHORITY),
						"spring.ssl.bundle.pem.mine.keystore.certificate=" + client.getCertificatePEM(),
						"spring.ssl.bundle.pem.mine.keystore.private-key=" + client.getPrivateKeyPEM())
				.run(NangoSslBundleTests::assertCalls);
		}
	}

	@Test
	void theOptionsOfTheBundleAreKept() throws IOException {
		try (RawServer old = new RawServer(Certificates.sockets(Certificates.loopback(), "TLSv1.2"),
				Answers.HANGING_UP)) {
			ApplicationContextRunner runner = runner().withPropertyValues("nango.host=" + old.url(),
					"nango.ssl.bundle=mine", truststore("mine", Certificates.AUTHORITY));
			runner.run(NangoSslBundleTests::assertCalls);
			runner.withPropertyValues("spring.ssl.bundle.pem.mine.options.enabled-protocols=TLSv1.3")
				.run(NangoSslBundleTests::assertRefuses);
		}
	}

	@Test
	void whereThereAreNoBundlesTheirAbsenceIsNamed() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class))
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.ssl.bundle=mine")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(NangoConfigurationException.class)
				.hasMessageContaining("nango.ssl.bundle")
				.hasMessageContaining("SslAutoConfiguration"));
	}

	@Test
	void connectionDetailsTakeThePlaceOfTheBundle() {
		runner().withPropertyValues("nango.ssl.bundle=other", truststore("other", Certificates.OTHER_AUTHORITY))
			.withBean(NangoConnectionDetails.class, () -> details(trusting(Certificates.AUTHORITY)))
			.run(NangoSslBundleTests::assertCalls);
	}

	@Test
	void connectionDetailsWithoutABundleUseNone() {
		runner().withPropertyValues("nango.ssl.bundle=mine", truststore("mine", Certificates.AUTHORITY))
			.withBean(NangoConnectionDetails.class, () -> details(null))
			.run(NangoSslBundleTests::assertRefuses);
	}

	@Test
	void aNamedClientHasItsOwnBundleOrInheritsOne() {
		ApplicationContextRunner named = runner()
			.withConfiguration(AutoConfigurations.of(NangoClientsAutoConfiguration.class))
			.withPropertyValues("nango.ssl.bundle=mine", truststore("mine", Certificates.OTHER_AUTHORITY),
					truststore("right", Certificates.AUTHORITY), "nango.clients.eu.secret-key=" + TestClients.KEY,
					"nango.clients.us.secret-key=" + TestClients.KEY, "nango.clients.eu.ssl.bundle=right");
		named.run((context) -> {
			assertRefuses(context);
			assertRefuses(context.getBean("usNangoClient", NangoClient.class));
			assertThat(context.getBean("euNangoClient", NangoClient.class).integrations().list()).isEmpty();
		});
		named.withPropertyValues("nango.clients.eu.ssl.bundle=")
			.withBean(NangoConnectionDetails.class, () -> details(trusting(Certificates.AUTHORITY)))
			.run((context) -> {
				assertCalls(context);
				assertThat(context.getBean("usNangoClient", NangoClient.class).integrations().list()).isEmpty();
				assertRefuses(context.getBean("euNangoClient", NangoClient.class));
			});
	}

	@Test
	void newConnectionsUseTheBundleAsItWasReloaded() {
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("mine", trusting(Certificates.OTHER_AUTHORITY));
		reloading(bundles).run((context) -> {
			NangoClient further = context.getBean(NangoClientBuilder.class).build();
			assertRefuses(context);
			bundles.updateBundle("mine", trusting(Certificates.AUTHORITY));
			assertCalls(context);
			assertThat(further.integrations().list()).isEmpty();
			further.close();
			bundles.updateBundle("mine", trusting(Certificates.OTHER_AUTHORITY));
			assertRefuses(context);
		});
	}

	@Test
	void aReloadedBundleThatCannotBeUsedLeavesTheOldOne(CapturedOutput output) {
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("mine", trusting(Certificates.AUTHORITY));
		reloading(bundles).run((context) -> {
			bundles.updateBundle("mine",
					SslBundle.of(SslStoreBundle.NONE, SslBundleKey.NONE, SslOptions.NONE, "TLS", new BrokenManagers()));
			assertCalls(context);
			assertThat(output).contains("the old one stays in use");
		});
	}

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class, SslAutoConfiguration.class))
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url());
	}

	private ApplicationContextRunner reloading(DefaultSslBundleRegistry bundles) {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class))
			.withBean(DefaultSslBundleRegistry.class, () -> bundles)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url(),
					"nango.ssl.bundle=mine");
	}

	private static void assertCalls(ApplicationContext context) {
		assertThat(context.getBean(NangoClient.class).integrations().list()).isEmpty();
		assertThat(context.getBean(ReactiveNangoClient.class).integrations().list().block()).isEmpty();
	}

	private static void assertRefuses(ApplicationContext context) {
		assertRefuses(context.getBean(NangoClient.class));
	}

	private static void assertRefuses(NangoClient client) {
		assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> client.integrations().list())
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(NangoTransportException.Reason.TLS));
	}

	private static String truststore(String bundle, X509Bundle authority) {
		return "spring.ssl.bundle.pem." + bundle + ".truststore.certificate=" + authority.getCertificatePEM();
	}

	private static SslBundle trusting(X509Bundle authority) {
		return SslBundle.of(SslStoreBundle.NONE, SslBundleKey.NONE, SslOptions.NONE, "TLS",
				SslManagerBundle.from(Certificates.trusting(authority)));
	}

	private NangoConnectionDetails details(@Nullable SslBundle bundle) {
		return new NangoConnectionDetails() {

			@Override
			public URI getHost() {
				return URI.create(NangoSslBundleTests.this.server.url());
			}

			@Override
			public String getSecretKey() {
				return TestClients.KEY;
			}

			@Override
			public @Nullable SslBundle getSslBundle() {
				return bundle;
			}

		};
	}

	/**
	 * Stores that were only half written when they were read.
	 */
	private static final class BrokenManagers implements SslManagerBundle {

		@Override
		public KeyManagerFactory getKeyManagerFactory() {
			throw new IllegalStateException("half a store");
		}

		@Override
		public TrustManagerFactory getTrustManagerFactory() {
			throw new IllegalStateException("half a store");
		}

	}

}
