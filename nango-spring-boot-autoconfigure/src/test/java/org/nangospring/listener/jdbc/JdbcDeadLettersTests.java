package org.nangospring.listener.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.record.RecordAction;
import org.nangospring.client.record.RecordMetadata;
import org.nangospring.listener.DeadLetter;
import org.nangospring.listener.FailedRecord;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamFailure;
import org.nangospring.listener.StreamStoreException;

import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ParameterizedClass
@ValueSource(strings = { "h2", "postgresql", "mysql" })
class JdbcDeadLettersTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final RecordStreamId STREAM = new RecordStreamId("users", "slack", "acme", "User", "eu");

	@Parameter
	private String platform;

	private TestDatabase database;

	private JdbcDeadLetters letters;

	@BeforeEach
	void create() throws SQLException {
		this.database = switch (this.platform) {
			case "h2" -> TestDatabase.h2();
			case "postgresql" -> TestDatabase.postgres();
			default -> TestDatabase.mysql();
		};
		this.letters = JdbcDeadLetters.builder(this.database.dataSource(), this.database.transactions()).build();
	}

	@AfterEach
	void close() {
		if (this.database != null) {
			this.database.close();
		}
	}

	private static DeadLetter letter(String id, String payload, int attempts) {
		RecordMetadata metadata = new StoredMetadata(NOW.minusSeconds(9), NOW, RecordAction.UPDATED, null, null,
				"cursor-" + id, Map.of("later_field", "x"));
		return new DeadLetter(STREAM, new FailedRecord(id, metadata, payload), new StreamFailure("E", "why", id, NOW),
				attempts, NOW.plusSeconds(attempts));
	}

	@Test
	void aLetterIsKeptWithAllItsParts() {
		String payload = "{\"name\":\"" + "\u00e4\u20ac\ud83d\ude00".repeat(50_000) + "\"}";
		this.letters.park(letter("r1", payload, 3));
		assertThat(this.letters.count("users")).isEqualTo(1);
		DeadLetter kept = this.letters.list("users", 10).get(0);
		assertThat(kept.stream()).isEqualTo(STREAM);
		assertThat(kept.record().id()).isEqualTo("r1");
		assertThat(kept.record().payload()).isEqualTo(payload);
		assertThat(kept.record().metadata()).isEqualTo(letter("r1", payload, 3).record().metadata());
		assertThat(kept.failure()).isEqualTo(new StreamFailure("E", "why", "r1", NOW));
		assertThat(kept.attempts()).isEqualTo(3);
		assertThat(kept.parkedAt()).isEqualTo(NOW.plusSeconds(3));
		assertThat(kept.toString()).doesNotContain("\u20ac");
	}

	@Test
	void aDeletedRecordHasNoPayload() {
		this.letters.park(letter("r1", null, 1));
		assertThat(this.letters.list("users", 10).get(0).record().payload()).isNull();
	}

	@Test
	void theSameChangeIsKeptOnceHoweverOftenItIsParked() {
		this.letters.park(letter("r1", "{}", 1));
		this.letters.park(letter("r1", "{}", 5));
		assertThat(this.letters.list("users", 10)).singleElement().extracting(DeadLetter::attempts).isEqualTo(5);
	}

	@Test
	void recordsWhoseLongIdsDifferAtTheirEndAreTwoLetters() {
		String longId = "i".repeat(20_000);
		this.letters.park(letter(longId + "1", "{}", 1));
		this.letters.park(letter(longId + "2", "{}", 2));
		assertThat(this.letters.list("users", 10)).extracting((letter) -> letter.record().id())
			.containsExactly(longId + "1", longId + "2");
		assertThat(this.letters.remove(this.letters.list("users", 1).get(0))).isTrue();
		assertThat(this.letters.list("users", 10)).singleElement()
			.satisfies((letter) -> assertThat(letter.record().id()).isEqualTo(longId + "2"));
	}

	@Test
	void lettersAreListedOldestFirstAndLimited() {
		for (int i = 5; i > 0; i--) {
			this.letters.park(letter("r" + i, "{}", i));
		}
		assertThat(this.letters.list("users", 3)).extracting((letter) -> letter.record().id())
			.containsExactly("r1", "r2", "r3");
		assertThat(this.letters.list("others", 3)).isEmpty();
		assertThat(this.letters.count("others")).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> this.letters.list("users", 0));
	}

	@Test
	void aLetterIsThereUntilItIsRemoved() {
		this.letters.park(letter("r1", "{}", 1));
		DeadLetter kept = this.letters.list("users", 1).get(0);
		assertThat(this.letters.remove(kept)).isTrue();
		assertThat(this.letters.remove(kept)).isFalse();
		assertThat(this.letters.count("users")).isZero();
	}

	@Test
	void aLetterTakesPartInTheTransactionThatMovesTheStreamOn() {
		new TransactionTemplate(this.database.transactions()).executeWithoutResult((status) -> {
			this.letters.park(letter("r1", "{}", 1));
			status.setRollbackOnly();
		});
		assertThat(this.letters.count("users")).isZero();
	}

	@Test
	void aDatabaseThatIsGoneIsAFailureOfTheStore() {
		this.database.close();
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> this.letters.park(letter("r", "{}", 1)))
			.withMessageNotContaining("{}");
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> this.letters.list("users", 1));
		assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> this.letters.count("users"));
	}

}
