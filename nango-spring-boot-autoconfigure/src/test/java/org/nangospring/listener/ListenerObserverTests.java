package org.nangospring.listener;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

class ListenerObserverTests implements ListenerObserver {

	private final List<String> told = new CopyOnWriteArrayList<>();

	private ListenerFixture fixture;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.server.fill(SLACK, 0, 3);
		this.fixture.container((builder) -> builder.observer(this).errorHandler(RecordErrorHandler.skipping()));
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	@Override
	public void delivered(RecordBatch<?> batch, Duration took) {
		this.told.add("delivered " + batch.size() + " in " + took);
	}

	@Override
	public void failed(RecordStreamId stream, FailureKind kind, Throwable failure) {
		this.told.add("failed " + kind);
	}

	@Override
	public void gaveUp(FailedDelivery failed, RecordErrorHandler.Decision decision) {
		this.told.add("gave up " + failed.records().size() + " " + decision);
	}

	@Override
	public void listingFailed(String integrationId, Throwable failure) {
		this.told.add("listing failed " + integrationId);
	}

	@Test
	void itIsToldHowLongABatchTook() {
		this.fixture.listeners.register(
				ListenerFixture.definition().batches((batch) -> this.fixture.timing.advance(Duration.ofSeconds(7))));
		this.fixture.start();
		assertThat(this.told).containsExactly("delivered 3 in PT7S");
	}

	@Test
	void itIsToldOfEachAttemptThatFailsAndOfWhatWasDecided() {
		this.fixture.listeners.register(ListenerFixture.definition().records((stream, record) -> {
			if (record.id().equals("r1")) {
				throw new IllegalStateException();
			}
		}));
		this.fixture.start();
		assertThat(this.told).containsExactly("failed LISTENER", "delivered 1 in PT0S", "failed LISTENER",
				"failed LISTENER", "gave up 1 SKIP", "delivered 1 in PT0S");
	}

	@Test
	void itIsToldOfRecordsThatDoNotFitAndOfCallsThatFail() {
		this.fixture.server.put(SLACK, "bad", ",\"number\":\"x\"");
		this.fixture.server.failing((request) -> request.isRead() ? null : RecordsServer.error(503, "down"));
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		this.fixture.server.failing((request) -> request.isRead() ? RecordsServer.error(503, "down") : null);
		this.fixture.advance(Duration.ofSeconds(1));
		this.fixture.server.working();
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.told).containsExactly("listing failed slack", "failed NANGO", "delivered 3 in PT0S",
				"failed RECORD", "gave up 1 SKIP");
	}

	@Test
	void anObserverThatFailsEvenWithAnErrorKeepsNoOtherFromHearing() {
		ListenerObserver broken = new ListenerObserver() {
			@Override
			public void delivered(RecordBatch<?> batch, Duration took) {
				throw new NoClassDefFoundError("observer");
			}
		};
		this.fixture.container((builder) -> builder.observers(List.of(broken, this)));
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		assertThat(this.told).containsExactly("delivered 3 in PT0S");
		assertThat(this.fixture.position("acme").records()).isEqualTo(3);
	}

}
