package org.nangospring.test;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.NangoConnectionDetails;
import org.nangospring.client.NangoClient;
import org.nangospring.webhook.NangoWebhookVerifier;
import org.nangospring.webhook.test.SignedWebhook;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs what Spring runs around tests, for test classes that nobody else runs.
 */
class NangoMockContextTests {

	@Test
	void theClientTalksToTheMockWhateverIsConfigured() {
		ApplicationContext context = context(Configured.class);
		NangoMock mock = context.getBean(NangoMock.class);
		assertThat(context.getBean(NangoConnectionDetails.class).getHost()).isEqualTo(URI.create(mock.host()));
		assertThat(context.getEnvironment().getProperty("nango.secret-key")).isEqualTo(mock.secretKey());
		mock.connection("github", "c1").token("t");
		assertThat(context.getBean(NangoClient.class).connection("github", "c1").token()).isEqualTo("t");
	}

	@Test
	void aSigningKeyThatIsConfiguredStays() {
		assertThat(context(Configured.class).getBean(NangoMock.class).signingKey()).isEqualTo("first-key");
	}

	@Test
	void withoutASigningKeyThereIsOne() {
		for (Class<?> test : new Class<?>[] { First.class, UnknownPlaceholder.class }) {
			ApplicationContext context = context(test);
			NangoMock mock = context.getBean(NangoMock.class);
			SignedWebhook webhook = mock.webhook().of(Map.of("a", 1)).signed();
			assertThat(context.getBean(NangoWebhookVerifier.class).verify(webhook.body(), webhook.headers())).isTrue();
		}
	}

	@Test
	void clientsOfFurtherEnvironmentsTalkToTheMockToo() {
		ApplicationContext context = context(Named.class);
		context.getBean(NangoMock.class).connection("github", "c1").token("t");
		assertThat(context.getBeansOfType(NangoClient.class)).hasSize(2);
		for (NangoClient client : context.getBeansOfType(NangoClient.class).values()) {
			assertThat(client.connection("github", "c1").token()).isEqualTo("t");
		}
	}

	@Test
	void testsThatShareAContextShareTheMock() {
		assertThat(context(First.class)).isSameAs(context(Second.class));
		assertThat(context(First.class).getBean(NangoMock.class)).isNotSameAs(mock(WithSetup.class));
	}

	@Test
	void whatAllTestsNeedIsThereFromTheBeginningAndAfterEachReset() throws Exception {
		NangoMock mock = mock(WithSetup.class);
		assertThat(variable(WithSetup.class)).isEqualTo("setup");
		assertThat(context(WithSetup.class).getBean(EarlyBird.class).connections).isEqualTo(1);
		mock.environmentVariable("from", "test");
		begin(WithSetup.class);
		assertThat(variable(WithSetup.class)).isEqualTo("setup");
	}

	@Test
	void eachTestMethodBeginsWithAFreshMock() throws Exception {
		NangoMock mock = mock(First.class);
		mock.connection("github", "c1").token("t");
		context(First.class).getBean(NangoClient.class).connection("github", "c1").get();
		begin(First.class);
		assertThat(mock.calls()).isEmpty();
		assertThat(context(First.class).getBean(NangoClient.class).connections().list()).isEmpty();
	}

	@Test
	void theFailureOfATestSaysWhatWasNotSetUp() throws Exception {
		TestContextManager manager = begin(First.class);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> context(First.class).getBean(NangoClient.class).connection("github", "c1").token());
		AssertionError failure = new AssertionError("expected something else");
		manager.afterTestMethod(manager.getTestContext().getTestInstance(), method(First.class), failure);
		assertThat(failure.getSuppressed()).singleElement()
			.satisfies((hint) -> assertThat(hint)
				.hasMessageContaining("what the test had not set up:\n  GET /connections/c1")
				.hasMessageContaining("nangoMock.connection(\"github\", \"c1\")"));
	}

	@Test
	void aTestThatPassesOrThatSetUpEverythingHasNoSuchHint() throws Exception {
		TestContextManager manager = begin(First.class);
		AssertionError failure = new AssertionError("expected something else");
		manager.afterTestMethod(manager.getTestContext().getTestInstance(), method(First.class), null);
		manager.afterTestMethod(manager.getTestContext().getTestInstance(), method(First.class), failure);
		assertThat(failure.getSuppressed()).isEmpty();
	}

	@Test
	void aTestWithoutTheAnnotationHasNoMock() throws Exception {
		assertThat(context(Without.class).getBeanProvider(NangoMock.class).getIfAvailable()).isNull();
		begin(Without.class);
	}

	@Test
	void slicesHaveAClientToo() {
		for (Class<?> slice : new Class<?>[] { JsonSlice.class, BareSlice.class }) {
			mock(slice).connection("github", "c1").token("t");
			assertThat(context(slice).getBean(NangoClient.class).connection("github", "c1").token()).isEqualTo("t");
		}
	}

	@Test
	void theMockStopsWithTheContext() {
		TestContextManager manager = new TestContextManager(Closing.class);
		ConfigurableApplicationContext context = (ConfigurableApplicationContext) manager.getTestContext()
			.getApplicationContext();
		NangoMock mock = context.getBean(NangoMock.class);
		assertThat(mock.wireMock().isRunning()).isTrue();
		manager.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
		assertThat(context.isActive()).isFalse();
		assertThat(mock.wireMock().isRunning()).isFalse();
	}

	private static String variable(Class<?> test) {
		return context(test).getBean(NangoClient.class).environment().variables().get(0).value();
	}

	private static NangoMock mock(Class<?> test) {
		return context(test).getBean(NangoMock.class);
	}

	private static ApplicationContext context(Class<?> test) {
		return new TestContextManager(test).getTestContext().getApplicationContext();
	}

	private static TestContextManager begin(Class<?> test) throws Exception {
		TestContextManager manager = new TestContextManager(test);
		Object instance = test.getDeclaredConstructor().newInstance();
		manager.beforeTestClass();
		manager.prepareTestInstance(instance);
		manager.beforeTestMethod(instance, method(test));
		return manager;
	}

	private static Method method(Class<?> test) throws NoSuchMethodException {
		return test.getMethod("hashCode");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
	@AutoConfigureNangoMock
	static class First {

		@Autowired
		NangoMock nangoMock;

	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
	@AutoConfigureNangoMock
	static class Second {

	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE,
			properties = { "nango.host=https://api.nango.dev", "nango.secret-key=real",
					"nango.http-proxy.host=proxy.acme.test", "nango.http-proxy.port=8080",
					"nango.webhook.signing-keys=first-key,second-key" })
	@AutoConfigureNangoMock
	static class Configured {

	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE,
			properties = { "nango.secret-key=${NOT_THERE}", "nango.webhook.signing-keys=${NOT_THERE_EITHER}" })
	@AutoConfigureNangoMock
	static class UnknownPlaceholder {

	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE,
			properties = { "nango.clients.eu.host=https://eu.acme.test", "nango.clients.eu.secret-key=real",
					"nango.clients.us.secret-key=${NOT_THERE}" })
	@AutoConfigureNangoMock
	static class Named {

	}

	@SpringBootTest(classes = { Application.class, EarlyBird.class }, webEnvironment = WebEnvironment.NONE)
	@AutoConfigureNangoMock(setup = Setup.class)
	static class WithSetup {

	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE,
			properties = "nango.secret-key=11111111-2222-4333-8444-555555555555")
	static class Without {

	}

	@JsonTest
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureNangoMock
	static class JsonSlice {

	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
	@OverrideAutoConfiguration(enabled = false)
	@AutoConfigureNangoMock
	static class BareSlice {

	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE, properties = "closing=yes")
	@AutoConfigureNangoMock
	@DirtiesContext
	static class Closing {

	}

	static class Setup implements NangoMockSetup {

		@Override
		public void setUp(NangoMock nangoMock) {
			nangoMock.environmentVariable("from", "setup").connection("github", "early");
		}

	}

	/**
	 * Calls Nango while the application starts.
	 */
	static class EarlyBird {

		final int connections;

		EarlyBird(NangoClient nango) {
			this.connections = nango.connections().list().size();
		}

	}

}
