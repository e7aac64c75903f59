package org.nangospring.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.record.UnreadableRecordException;
import org.nangospring.listener.RecordErrorHandler.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * What becomes of records that do not fit the type of a listener.
 */
class UnreadableRecordTests {

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

	@Test
	void aRecordThatDoesNotFitGoesToTheErrorHandlerAloneAndOthersAreDelivered() {
		this.decision = Decision.PARK;
		this.fixture.server.put(SLACK, "bad", ",\"number\":\"secret\"");
		this.fixture.server.fill(SLACK, 5, 7);
		this.fixture.listeners
			.register(ListenerFixture.definition().errorHandler(this::decide).batches(this.fixture::remember));
		this.fixture.start();
		assertThat(this.fixture.batches).containsExactly(5, 2);
		assertThat(this.failed).singleElement().satisfies((delivery) -> {
			assertThat(delivery.isUnreadable()).isTrue();
			assertThat(delivery.records()).extracting(FailedRecord::id).containsExactly("bad");
			assertThat(delivery.failure()).isInstanceOf(UnreadableRecordException.class)
				.hasMessageContaining("number")
				.hasMessageNotContaining("secret");
		});
		assertThat(this.fixture.deadLetters.letters()).singleElement()
			.satisfies((letter) -> assertThat(letter.record().payload()).contains("\"number\":\"secret\""));
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c8");
	}

	@Test
	void aRecordThatDoesNotFitStopsTheStreamBeforeItByDefault() {
		this.fixture.server.put(SLACK, "bad", ",\"number\":\"secret\"");
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		assertThat(this.fixture.batches).containsExactly(5);
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c5");
		assertThat(Objects.requireNonNull(this.fixture.position("acme").failure()).recordId()).isEqualTo("bad");
		assertThat(String.valueOf(this.fixture.position("acme").failure())).contains("number").doesNotContain("secret");
	}

	@Test
	void aTypeThatRefusesARecordIsARecordThatDoesNotFit() {
		this.fixture.server.put(SLACK, "bad", ",\"number\":-1");
		List<String> records = new ArrayList<>();
		this.fixture.listeners.register(RecordListenerDefinition.of("slack", "User", Positive.class)
			.errorHandler(this::decide)
			.records((stream, record) -> records.add(record.id())));
		this.fixture.start();
		assertThat(records).hasSize(5);
		assertThat(this.failed).singleElement()
			.satisfies((delivery) -> assertThat(delivery.failure()).hasMessageNotContaining("-1"));
	}

	record Positive(int number) {

		Positive {
			if (number < 0) {
				throw new IllegalArgumentException("negative: " + number);
			}
		}

	}

}
