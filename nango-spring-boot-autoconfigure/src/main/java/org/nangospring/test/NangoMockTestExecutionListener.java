package org.nangospring.test;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Resets the mock before each test method, and tells in the failure of a test what it had
 * not set up.
 */
final class NangoMockTestExecutionListener extends AbstractTestExecutionListener {

	@Override
	public void beforeTestMethod(TestContext testContext) {
		NangoMock mock = mock(testContext);
		if (mock != null) {
			mock.reset();
		}
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		Throwable failure = testContext.getTestException();
		NangoMock mock = (failure != null) ? mock(testContext) : null;
		if (failure != null && mock != null && !mock.hints().isEmpty()) {
			failure.addSuppressed(new NothingSetUpException(mock.hints()));
		}
	}

	private static @Nullable NangoMock mock(TestContext testContext) {
		boolean wanted = TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(),
				AutoConfigureNangoMock.class);
		return (wanted && testContext.hasApplicationContext())
				? testContext.getApplicationContext().getBeanProvider(NangoMock.class).getIfUnique() : null;
	}

}
