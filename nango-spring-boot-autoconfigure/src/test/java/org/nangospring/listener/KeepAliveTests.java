package org.nangospring.listener;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A machine of Java ends when only daemon threads are left.
 */
class KeepAliveTests {

	private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

	private ListenerFixture fixture;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	private List<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("nango-listeners") && !this.before.contains(thread))
			.toList();
	}

	@Test
	void listenersThatHaveNothingToDoKeepTheApplicationAliveUntilTheyAreStopped() throws Exception {
		this.fixture.listeners.register(this.fixture.users());
		assertThat(threads()).isEmpty();
		this.fixture.start();
		this.fixture.listeners.start();
		assertThat(threads()).singleElement().satisfies((thread) -> assertThat(thread.isDaemon()).isFalse());
		Thread thread = threads().get(0);
		this.fixture.listeners.stop();
		thread.join(60_000);
		assertThat(thread.isAlive()).isFalse();
		this.fixture.start();
		assertThat(threads()).hasSize(1).doesNotContain(thread);
	}

	@Test
	void onlyListenersThatRunDo() throws Exception {
		this.fixture.start();
		this.fixture.listeners.register(this.fixture.users((options) -> options.autoStartup(false)));
		assertThat(threads()).isEmpty();
		this.fixture.listeners.start("slack-User");
		Thread thread = threads().get(0);
		this.fixture.listeners.register(ListenerFixture.definition().id("second").batches(this.fixture::remember));
		this.fixture.listeners.stop("slack-User");
		assertThat(threads()).containsExactly(thread);
		this.fixture.listeners.stop("second");
		thread.join(60_000);
		assertThat(threads()).isEmpty();
	}

}
