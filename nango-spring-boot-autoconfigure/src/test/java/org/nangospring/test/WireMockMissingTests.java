package org.nangospring.test;

import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.ReducedClassPath;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Without WireMock the annotation says what is missing, and other tests do not mind.
 */
class WireMockMissingTests {

	private static final String WIREMOCK = "wiremock-standalone-.*\\.jar";

	@Test
	void theAnnotationSaysWhatToAdd() throws Exception {
		ReducedClassPath.run(WIREMOCK, WithMock.class);
	}

	@Test
	void aMockWithoutSpringSaysWhatToAdd() throws Exception {
		ReducedClassPath.run(WIREMOCK, Started.class);
	}

	@Test
	void testsWithoutTheAnnotationRun() throws Exception {
		ReducedClassPath.run(WIREMOCK, WithoutMock.class);
	}

	/**
	 * Run without WireMock.
	 */
	public static class WithMock implements Runnable {

		@Override
		public void run() {
			assertThatIllegalStateException()
				.isThrownBy(() -> new TestContextManager(Mocked.class).getTestContext().getApplicationContext())
				.withMessageContaining("org.wiremock:wiremock-standalone");
		}

	}

	/**
	 * Run without WireMock.
	 */
	public static class Started implements Runnable {

		@Override
		public void run() {
			assertThatIllegalStateException().isThrownBy(NangoMock::start)
				.withMessageContaining("org.wiremock:wiremock-standalone");
		}

	}

	/**
	 * Run without WireMock.
	 */
	public static class WithoutMock implements Runnable {

		@Override
		public void run() {
			TestContextManager manager = new TestContextManager(NotMocked.class);
			NotMocked instance = new NotMocked();
			try {
				manager.beforeTestClass();
				manager.prepareTestInstance(instance);
				manager.beforeTestMethod(instance, Object.class.getMethod("hashCode"));
				manager.afterTestMethod(instance, Object.class.getMethod("hashCode"), new AssertionError("failed"));
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			assertThat(manager.getTestContext().hasApplicationContext()).isTrue();
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	static class Application {

	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
	@AutoConfigureNangoMock
	static class Mocked {

		@Autowired
		NangoMock nangoMock;

	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
	static class NotMocked {

	}

}
