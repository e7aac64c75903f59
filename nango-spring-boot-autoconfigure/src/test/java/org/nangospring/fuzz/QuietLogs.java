package org.nangospring.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Keeps the HTTP library from writing a stack trace for each of thousands of broken
 * answers.
 */
final class QuietLogs implements BeforeAllCallback, AfterAllCallback {

	private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("reactor.netty");

	@Override
	public void beforeAll(ExtensionContext context) {
		LOGGER.setLevel(Level.OFF);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		LOGGER.setLevel(null);
	}

}
