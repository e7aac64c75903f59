package org.nangospring.listener;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.nangospring.client.record.RecordMetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class InMemoryDeadLettersTests {

	private static DeadLetter letter(String id) {
		Instant now = Instant.parse("2026-11-23T12:00:00Z");
		return new DeadLetter(new RecordStreamId("users", "slack", "acme", "User", null),
				new FailedRecord(id, Mockito.mock(RecordMetadata.class), "{}"), new StreamFailure("E", null, id, now),
				3, now);
	}

	@Test
	void lettersAreKeptInOrderUntilTheyAreTakenOut() {
		InMemoryDeadLetters letters = new InMemoryDeadLetters();
		letters.park(letter("a"));
		letters.park(letter("b"));
		assertThat(letters.letters()).extracting((letter) -> letter.record().id()).containsExactly("a", "b");
		assertThat(letters.drain()).hasSize(2);
		assertThat(letters.letters()).isEmpty();
	}

	@Test
	void whatDoesNotFitInIsRefusedAndNotDropped() {
		InMemoryDeadLetters letters = new InMemoryDeadLetters(1);
		letters.park(letter("a"));
		assertThatIllegalStateException().isThrownBy(() -> letters.park(letter("b")))
			.withMessageContaining("DeadLetters");
		assertThat(letters.letters()).hasSize(1);
	}

}
