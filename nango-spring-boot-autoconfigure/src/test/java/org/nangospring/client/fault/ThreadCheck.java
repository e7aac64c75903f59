package org.nangospring.client.fault;

import java.util.Set;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fails a class of tests that leaves threads behind.
 */
final class ThreadCheck implements BeforeAllCallback, AfterAllCallback {

	private Set<Thread> before = Set.of();

	@Override
	public void beforeAll(ExtensionContext context) {
		this.before = Threads.alive();
	}

	@Override
	public void afterAll(ExtensionContext context) throws InterruptedException {
		assertThat(Threads.leftBehind(this.before)).as("threads left behind").isEmpty();
	}

}
