package org.nangospring.listener;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * What keeps connections from being listed for a moment must not keep them from it for
 * ever.
 */
class RefreshingTests {

	private final List<String> failures = new CopyOnWriteArrayList<>();

	private ListenerFixture fixture;

	private @Nullable Supplier<? extends Throwable> problem;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.server.fill(SLACK, 0, 1);
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	private void register(RecordListenerContainer container) {
		container.register(this.fixture.users((options) -> options.pollInterval(Duration.ofHours(1))));
	}

	@ParameterizedTest
	@ValueSource(classes = { RejectedExecutionException.class, OutOfMemoryError.class })
	void anExecutorWithoutAThreadIsAskedAgain(Class<? extends Throwable> type) throws Exception {
		Throwable refusal = type.getConstructor(String.class).newInstance("no thread");
		boolean[] full = { true };
		register(this.fixture.container((builder) -> builder.executor((task) -> {
			if (full[0]) {
				sneak(refusal);
			}
			this.fixture.tasks.execute(task);
		})));
		this.fixture.start();
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.listeners.streams()).isEmpty();
		full[0] = false;
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.delivered).containsExactly("acme:r0");
		full[0] = true;
		this.fixture.server.connect("slack", "globex").fill("slack/globex/User", 0, 1);
		this.fixture.synced("acme");
		this.fixture.received(ListenerFixture.creation("globex"));
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
		full[0] = false;
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.IDLE);
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "globex:r0");
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, NoClassDefFoundError.class })
	void whatTheApplicationThrowsIsNotTheEndOfListing(Class<? extends Throwable> type) throws Exception {
		Throwable failure = type.getConstructor(String.class).newInstance("store");
		register(this.fixture.container((builder) -> builder.observer(new ListenerObserver() {
			@Override
			public void listingFailed(String integrationId, Throwable thrown) {
				RefreshingTests.this.failures.add(thrown.getClass().getName());
				sneak(failure);
			}
		}).store(new TransactionalStore(this.fixture.store, new CopyOnWriteArrayList<>()) {
			@Override
			public List<StreamPosition> list(String listenerId) {
				if (RefreshingTests.this.problem != null) {
					sneak(RefreshingTests.this.problem.get());
				}
				return super.list(listenerId);
			}
		})));
		this.problem = () -> failure;
		this.fixture.start();
		assertThat(this.failures).containsExactly(type.getName());
		assertThat(this.fixture.delivered).containsExactly("acme:r0");
		this.problem = null;
		this.fixture.server.disconnect("slack", "acme");
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.events(RecordStreamLeft.class)).hasSize(1);
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void sneak(Throwable failure) throws T {
		throw (T) failure;
	}

}
