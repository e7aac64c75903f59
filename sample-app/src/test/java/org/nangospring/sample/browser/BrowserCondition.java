package org.nangospring.sample.browser;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Decides whether tests with a browser can run here.
 */
final class BrowserCondition implements ExecutionCondition {

	private static final String MISSING = """
			No browser is installed here: neither Chromium and chromedriver, nor Chrome and chromedriver. \
			"apt-get install chromium chromium-driver" installs them on Debian; \
			-D%s=<file> and -D%s=<file> name those of other places.""".formatted(Chromium.BROWSER_PROPERTY,
			Chromium.DRIVER_PROPERTY);

	private static final AtomicBoolean told = new AtomicBoolean();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Chromium.find().isPresent()) {
			return ConditionEvaluationResult.enabled("A browser is installed");
		}
		if (System.getenv("CI") != null) {
			throw new IllegalStateException(MISSING + " Tests in CI must not do without");
		}
		if (told.compareAndSet(false, true)) {
			// the only place where everybody sees it: Maven does not print reasons
			System.out.println("[WARNING] The sample's tests in a browser are skipped. " + MISSING);
		}
		return ConditionEvaluationResult.disabled(MISSING);
	}

}
