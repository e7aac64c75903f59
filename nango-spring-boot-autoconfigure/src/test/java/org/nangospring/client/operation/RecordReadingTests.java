package org.nangospring.client.operation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.RecordAction;
import org.nangospring.client.record.RecordPage;
import org.nangospring.client.record.UnreadableRecordException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of a record.
 */
class RecordReadingTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@Test
	void aDeletedOrPrunedRowHasNoDataAndDoesNotFailATypeWithRequiredFields() {
		answers("""
				{"id":"1","_nango_metadata":{"last_action":"DELETED","deleted_at":"2026-01-02T03:04:05Z","cursor":"a"}},
				{"id":"2","_nango_metadata":{"last_action":"UPDATED","pruned_at":"2026-01-02T03:04:05Z","cursor":"b"}},
				{"id":"3","title":"Hi","_nango_metadata":{"last_action":"ADDED","deleted_at":null,"pruned_at":null,
				"cursor":"c"}}""");
		List<NangoRecord<Strict>> records = page(Strict.class).records();
		assertThat(records).extracting(NangoRecord::data).containsExactly(null, null, new Strict("3", "Hi"));
		assertThat(records).extracting(NangoRecord::isDeleted).containsExactly(true, false, false);
		assertThat(records).extracting(NangoRecord::isPruned).containsExactly(false, true, false);
		assertThat(records.get(0).metadata().deletedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
		assertThat(records.get(1).metadata().prunedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
		var reactive = FIXTURE.nango().reactive().connection("github", "c").records("Issue", Strict.class);
		assertThat(reactive.stream().map(NangoRecord::id).collectList().block()).containsExactly("1", "2", "3");
	}

	@Test
	void anUnknownActionKeepsItsValue() {
		answers("""
				{"id":"1","title":"x","_nango_metadata":{"last_action":"ARCHIVED","cursor":"a"}},
				{"id":"2","title":"x","_nango_metadata":{"last_action":"added","cursor":"a"}}""");
		assertThat(page(Strict.class).records()).extracting((record) -> record.metadata().lastAction())
			.containsExactly(new RecordAction("ARCHIVED"), RecordAction.ADDED);
	}

	@Test
	void aNumberCanBeAnId() {
		answers("""
				{"id":9007199254740993,"title":"x","_nango_metadata":{"last_action":"ADDED","cursor":"a"}}""");
		NangoRecord<Numbered> record = page(Numbered.class).records().get(0);
		assertThat(record.id()).isEqualTo("9007199254740993");
		assertThat(record.data()).isEqualTo(new Numbered(9007199254740993L));
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z", "2026-01-02T03:04:05.12Z, 2026-01-02T03:04:05.120Z",
			"2026-01-02T03:04:05.123Z, 2026-01-02T03:04:05.123Z",
			"2026-01-02T03:04:05.123456Z, 2026-01-02T03:04:05.123456Z",
			"2026-01-02T03:04:05.12+00:00, 2026-01-02T03:04:05.120Z",
			"2026-01-02T03:04:05.123456+00:00, 2026-01-02T03:04:05.123456Z",
			"2026-01-02T05:04:05.1234+02:00, 2026-01-02T03:04:05.123400Z" })
	void datesAreReadAsNangoWritesThem(String text, Instant expected) {
		answers("""
				{"id":"1","at":"%s","_nango_metadata":{"last_action":"ADDED","first_seen_at":"%s","cursor":"a"}}"""
			.formatted(text, text));
		NangoRecord<Dated> record = page(Dated.class).records().get(0);
		assertThat(record.metadata().firstSeenAt()).isEqualTo(expected);
		assertThat(Objects.requireNonNull(record.data()).at()).isEqualTo(expected);
	}

	@Test
	void unknownFieldsAreKeptWithTheMetadataAndIgnoredInTheType() {
		answers("""
				{"id":"1","title":"x","extra":{"deep":[1,{"a":"}]"}]},"_nango_metadata":{"last_action":"ADDED",
				"cursor":"a","tomorrow":{"x":1}}}""");
		NangoRecord<Strict> record = page(Strict.class).records().get(0);
		assertThat(record.metadata().additionalProperties()).isEqualTo(Map.of("tomorrow", Map.of("x", 1)));
	}

	@Test
	void recordsAreToldApartWhateverTheyHold() {
		String text = "ü日😀\\\"}{][\\u00e9\\n".repeat(2_000);
		answers(("""
				{"id":"1","title":"%s","_nango_metadata":{"last_action":"ADDED","cursor":"a"}} ,
				  {"_nango_metadata":{"cursor":"b","last_action":"ADDED"},"title":"%s","id":"2"}""").formatted(text,
				text));
		String expected = "ü日😀\"}{][é\n".repeat(2_000);
		assertThat(page(Strict.class).records()).extracting(NangoRecord::data)
			.containsExactly(new Strict("1", expected), new Strict("2", expected));
	}

	@Test
	void theCursorIsReadWhereverItStands() {
		FIXTURE.answersJson("""
				{"other":{"next_cursor":"wrong","records":[1]},"next_cursor":"right","records":[],"more":[]}""");
		RecordPage<Strict> page = page(Strict.class);
		assertThat(page.nextCursor()).isEqualTo("right");
		assertThat(page.records()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"title\":\"x\",\"_nango_metadata\":{\"last_action\":\"ADDED\",\"cursor\":\"a\"}}",
			"{\"id\":\"1\",\"title\":\"x\"}", "{\"id\":\"1\",\"_nango_metadata\":{\"last_action\":\"ADDED\"}}",
			"{\"id\":\"1\",\"_nango_metadata\":{\"cursor\":\"a\"}}", "null", "[]", "1", "\"a\"" })
	void whatIsNoRecordIsRefused(String record) {
		answers(record);
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> page(Strict.class));
	}

	@Test
	void aRecordThatDoesNotFitTheTypeIsCountedOutWithoutItsContent() {
		answers("""
				{"id":"r-7","at":"secret-content","_nango_metadata":{"last_action":"ADDED","cursor":"a"}}""");
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> page(Dated.class))
			.withMessageContaining("record 1 of the page")
			.withMessageNotContaining("r-7")
			.withMessageContaining("see \"at\"")
			.withNoCause()
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("secret-content"));
	}

	@Test
	void aRecordThatDoesNotFitIsNamedAndTheStreamCanGoOnBehindIt() {
		answers("""
				{"id":"1","title":"a","_nango_metadata":{"last_action":"ADDED","cursor":"a"}},
				{"id":"2","title":{"no":"text"},"_nango_metadata":{"last_action":"ADDED","cursor":"b"}},
				{"id":"3","title":[1],"_nango_metadata":{"last_action":"UPDATED","cursor":"c"}},
				{"id":"4","_nango_metadata":{"last_action":"DELETED","cursor":"d"}},
				{"id":"5","title":"e","_nango_metadata":{"last_action":"ADDED","cursor":"e"}}""");
		List<String> seen = new ArrayList<>();
		try (Stream<NangoRecord<Strict>> stream = FIXTURE.nango()
			.connection("github", "conn-1")
			.records("Issue", Strict.class)
			.stream()) {
			Iterator<NangoRecord<Strict>> records = stream.iterator();
			boolean more = true;
			while (more) {
				try {
					more = records.hasNext();
					if (more) {
						seen.add(records.next().id());
					}
				}
				catch (UnreadableRecordException ex) {
					seen.add("unreadable " + ex.recordId() + " at " + ex.metadata().cursor());
				}
			}
		}
		assertThat(seen).containsExactly("1", "unreadable 2 at b", "unreadable 3 at c", "4", "5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "early", "late" })
	void aDeserializerThatEndsElsewhereThanItsRecordTakesNothingFromTheOthers(String title) {
		answers("""
				{"id":"1","title":"a","_nango_metadata":{"last_action":"ADDED","cursor":"a"}},
				{"id":"2","title":"%s","_nango_metadata":{"last_action":"ADDED","cursor":"b"}},
				{"id":"3","title":"c","_nango_metadata":{"last_action":"ADDED","cursor":"c"}},
				{"id":"4","title":"d","_nango_metadata":{"last_action":"ADDED","cursor":"d"}}""".formatted(title));
		Map<String, String> titles = new LinkedHashMap<>();
		try (Stream<NangoRecord<Hasty>> stream = FIXTURE.nango()
			.connection("github", "conn-1")
			.records("Issue", Hasty.class)
			.stream()) {
			Iterator<NangoRecord<Hasty>> records = stream.iterator();
			for (int i = 0; i < 4; i++) {
				try {
					NangoRecord<Hasty> record = records.next();
					titles.put(record.id(), Objects.requireNonNull(record.data()).title());
				}
				catch (UnreadableRecordException ex) {
					titles.put(ex.recordId(), "unreadable");
				}
			}
		}
		assertThat(titles).containsEntry("1", "a").containsEntry("3", "c").containsEntry("4", "d");
		assertThat(titles.get("2")).isIn("unreadable", title);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aTypeThatRefusesItsRecordEndsAPageAndAStreamAlike(Mode mode) {
		answers("""
				{"id":"1","title":"secret-content","_nango_metadata":{"last_action":"ADDED","cursor":"a"}}""");
		String text = "cannot be read: java.util.NoSuchElementException (record 1 of the page)";
		refuses(() -> page(Refusing.class), text);
		refuses(() -> all(mode, Refusing.class), text);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anotherCharacterSetThanUtf8IsRefused(Mode mode) {
		FIXTURE.answers(WireMock.ok()
			.withHeader("Content-Type", "application/json")
			.withBody("""
					{"records":[{"id":"1","title":"x","_nango_metadata":{"last_action":"ADDED","cursor":"a"}}]}"""
				.getBytes(StandardCharsets.UTF_16BE)));
		refuses(() -> page(Strict.class), "not in UTF-8");
		refuses(() -> all(mode, Strict.class), "not in UTF-8");
	}

	@Test
	void aRecordDoesNotTellItsContent() {
		answers("""
				{"id":"1","title":"secret-content","_nango_metadata":{"last_action":"ADDED","cursor":"a"}}""");
		RecordPage<Strict> page = page(Strict.class);
		assertThat(page + " " + page.records()).contains("id=1").doesNotContain("secret-content");
	}

	private static <T> RecordPage<T> page(Class<T> type) {
		return FIXTURE.nango().connection("github", "conn-1").records("Issue", type).page();
	}

	private static <T> List<NangoRecord<T>> all(Mode mode, Class<T> type) {
		return (mode == Mode.BLOCKING)
				? FIXTURE.nango().connection("github", "conn-1").records("Issue", type).stream().toList()
				: Objects.requireNonNull(FIXTURE.nango()
					.reactive()
					.connection("github", "conn-1")
					.records("Issue", type)
					.stream()
					.collectList()
					.block());
	}

	private static void refuses(ThrowingCallable call, String text) {
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(call)
			.withMessageContaining(text)
			.withMessageNotContaining("secret-content")
			.withNoCause();
	}

	private static void answers(String records) {
		FIXTURE.answersJson("{\"records\":[" + records + "],\"next_cursor\":null}");
	}

	record Strict(@JsonProperty(required = true) String id, @JsonProperty(required = true) String title) {

		Strict {
			Objects.requireNonNull(title, "title");
		}

	}

	record Numbered(long id) {
	}

	record Dated(Instant at) {
	}

	@JsonDeserialize(using = RefusingDeserializer.class)
	record Refusing() {
	}

	static class RefusingDeserializer extends StdDeserializer<Refusing> {

		RefusingDeserializer() {
			super(Refusing.class);
		}

		@Override
		public Refusing deserialize(JsonParser parser, DeserializationContext context) {
			throw new NoSuchElementException("no " + parser.readValueAsTree());
		}

	}

	@JsonDeserialize(using = HastyDeserializer.class)
	record Hasty(String title) {
	}

	/**
	 * Leaves the rest of a short record, and takes of the next one with a long one.
	 */
	static class HastyDeserializer extends StdDeserializer<Hasty> {

		HastyDeserializer() {
			super(Hasty.class);
		}

		@Override
		public Hasty deserialize(JsonParser parser, DeserializationContext context) {
			String title = null;
			for (String name = parser.nextName(); name != null; name = parser.nextName()) {
				parser.nextToken();
				if (name.equals("title")) {
					title = parser.getString();
					if (title.equals("early")) {
						return new Hasty(title);
					}
				}
				parser.skipChildren();
			}
			if ("late".equals(title)) {
				parser.nextToken();
				parser.skipChildren();
			}
			return new Hasty(title);
		}

	}

}
