package org.nangospring.listener;

import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.FailedCall;
import org.nangospring.client.NangoException;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.UnreadableRecordException;
import org.nangospring.listener.ListenerFixture.User;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * What a listener throws may quote a payload, of whatever type it is.
 */
class FailureTextTests {

	private ListenerFixture fixture;

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

	private void failing(RecordErrorHandler handler) {
		this.fixture.listeners
			.register(ListenerFixture.definition().errorHandler(handler).records(FailureTextTests::fail));
		this.fixture.start();
	}

	private static void fail(RecordStreamId stream, NangoRecord<User> record) throws NangoException {
		throw new UnreadableRecordException(FailedCall.of("of the listener"), 200, "secret", record.id(),
				record.metadata());
	}

	private static void holdsOnlyTheType(StreamFailure failure) {
		assertThat(failure.type()).isEqualTo(UnreadableRecordException.class.getName());
		assertThat(failure.message()).isNull();
	}

	@Test
	void theTextOfAFailureOfNangoThatAListenerThrowsIsNotStoredWithThePosition() {
		failing(RecordErrorHandler.stopping());
		holdsOnlyTheType(Objects.requireNonNull(this.fixture.position("acme").failure()));
		assertThat(this.fixture.events(RecordStreamStopped.class))
			.satisfiesExactly((event) -> holdsOnlyTheType(event.failure()));
		assertThat(this.fixture.view("acme").problem()).isEqualTo(this.fixture.position("acme").failure());
	}

	@Test
	void norIsItStoredWithALetter() {
		failing(RecordErrorHandler.parking());
		assertThat(this.fixture.deadLetters.letters()).satisfiesExactly((letter) -> holdsOnlyTheType(letter.failure()));
	}

	@Test
	void norIsItShownWhileTheListenerIsTriedAgain() {
		failing((failed) -> RecordErrorHandler.Decision.RETRY_LATER);
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
		holdsOnlyTheType(Objects.requireNonNull(this.fixture.view("acme").problem()));
	}

	@Test
	void aRecordThatDoesNotFitItsTypeSaysWhyBecauseThatTextHasNoPayload() {
		this.fixture.server.put(SLACK, "bad", ",\"number\":\"secret\"");
		this.fixture.listeners
			.register(ListenerFixture.definition().errorHandler(RecordErrorHandler.parking()).batches((batch) -> {
			}));
		this.fixture.start();
		assertThat(this.fixture.deadLetters.letters()).satisfiesExactly((letter) -> {
			assertThat(letter.failure().message()).contains("number").doesNotContain("secret");
			assertThat(letter.record().payload()).contains("secret");
		});
	}

}
