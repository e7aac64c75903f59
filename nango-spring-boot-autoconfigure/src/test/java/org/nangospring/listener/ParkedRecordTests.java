package org.nangospring.listener;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.RecordErrorHandler.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * What becomes of records that are parked.
 */
class ParkedRecordTests {

	private final List<String> calls = new ArrayList<>();

	private final Set<String> poison = ConcurrentHashMap.newKeySet();

	private final List<FailedDelivery> failed = new ArrayList<>();

	private Decision decision = Decision.STOP;

	private ListenerFixture fixture;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.server.fill(SLACK, 0, 5);
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	private Decision decide(FailedDelivery delivery) {
		this.failed.add(delivery);
		return this.decision;
	}

	private void takingRecords() {
		this.fixture.listeners.register(
				ListenerFixture.definition().errorHandler(this::decide).records((stream, record) -> handle(record)));
	}

	private void handle(NangoRecord<User> record) {
		this.calls.add(record.id());
		if (this.poison.contains(record.id())) {
			throw new IllegalStateException("secret payload");
		}
	}

	@Test
	void aParkedRecordIsInTheDeadLettersAsItCame() {
		this.decision = Decision.PARK;
		this.poison.add("r2");
		takingRecords();
		this.fixture.start();
		assertThat(this.fixture.deadLetters.drain()).singleElement().satisfies((letter) -> {
			assertThat(letter.stream()).isEqualTo(this.fixture.stream("acme"));
			assertThat(letter.record().id()).isEqualTo("r2");
			assertThat(letter.record().payload()).startsWith("{\"id\":\"r2\",\"number\":2");
			assertThat(letter.attempts()).isEqualTo(3);
			assertThat(letter.toString()).doesNotContain("number");
		});
		assertThat(this.calls).endsWith("r3", "r4");
	}

	@Test
	void everyRecordOfAParkedBatchIsAsItCameButThatWhichChangedAgainIsInTheStreamOnceMore() {
		this.decision = Decision.PARK;
		this.poison.add("r2");
		this.fixture.listeners.register(
				ListenerFixture.definition().options((options) -> options.batchSize(3)).errorHandler((delivery) -> {
					this.fixture.server.put(SLACK, "r1", ",\"number\":11");
					return decide(delivery);
				}).batches((batch) -> batch.forEach(this::handle)));
		this.fixture.start();
		assertThat(this.fixture.deadLetters.letters())
			.extracting((letter) -> letter.record().id() + " " + letter.record().payload())
			.satisfiesExactly((first) -> assertThat(first).startsWith("r0 {\"id\":\"r0\",\"number\":0"),
					(second) -> assertThat(second).isEqualTo("r1 null"),
					(third) -> assertThat(third).startsWith("r2 {\"id\":\"r2\",\"number\":2"));
		this.fixture.synced("acme");
		assertThat(this.calls).endsWith("r3", "r4", "r1");
	}

	@Test
	void aPayloadThatCannotBeFetchedLeavesTheChangesForLater() {
		this.decision = Decision.PARK;
		this.poison.add("r2");
		takingRecords();
		this.fixture.server.failing((request) -> request.isRead() && "1".equals(request.query().get("limit"))
				? RecordsServer.error(503, "down") : null);
		this.fixture.start();
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c2");
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
		assertThat(this.fixture.deadLetters.letters()).isEmpty();
		this.fixture.server.working();
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.deadLetters.letters()).hasSize(1);
		assertThat(this.calls).endsWith("r3", "r4");
	}

	@Test
	void anErrorHandlerSeesThePayload() {
		this.poison.add("r3");
		List<String> payloads = new ArrayList<>();
		this.fixture.listeners.register(ListenerFixture.definition().errorHandler((delivery) -> {
			payloads.add(delivery.records().get(0).payload());
			return Decision.STOP;
		}).records((stream, record) -> handle(record)));
		this.fixture.start();
		assertThat(payloads).singleElement()
			.satisfies((payload) -> assertThat(payload).startsWith("{\"id\":\"r3\",\"number\":3"));
	}

	@Test
	void aRecordThatCannotBeParkedStopsTheStream() {
		this.decision = Decision.PARK;
		this.poison.add("r2");
		this.fixture.container((builder) -> builder.deadLetters((letter) -> {
			throw new IllegalStateException("full");
		}));
		takingRecords();
		this.fixture.start();
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.STOPPED);
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c2");
	}

}
