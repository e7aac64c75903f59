package org.nangospring.test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nangospring.client.NangoInvalidRequestException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.RecordAction;
import org.nangospring.client.record.RecordPage;
import org.nangospring.client.record.Records;
import org.nangospring.test.MockFixture.Issue;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.nangospring.test.MockFixture.record;

class MockRecordsTests {

	@RegisterExtension
	static final MockFixture fixture = new MockFixture();

	private final NangoMock mock = fixture.mock;

	@Test
	void recordsComeInTheirOrderWithTheirMetadata() {
		this.mock.connection("github", "c2").records("Issue", List.of(record("b", "B"), record("a", "A")));
		List<NangoRecord<Issue>> records = fixture.nango.connection("github", "c2")
			.records("Issue", Issue.class)
			.stream()
			.toList();
		assertThat(records).extracting(NangoRecord::id).containsExactly("b", "a");
		assertThat(records.get(0).data()).isEqualTo(new Issue("B"));
		assertThat(records.get(0).metadata().lastAction()).isEqualTo(RecordAction.ADDED);
		assertThat(records.get(0).metadata().firstSeenAt()).isEqualTo(records.get(0).metadata().lastModifiedAt());
		assertThat(records.get(0).metadata().cursor()).isNotEqualTo(records.get(1).metadata().cursor());
	}

	@Test
	void pagesFollowEachOtherByTheirCursors() {
		issues().added(IntStream.range(0, 25).mapToObj((i) -> record("r" + i, "R")).toList());
		RecordPage<Issue> first = read().limit(10).page();
		assertThat(first.records()).hasSize(10);
		assertThat(first.nextCursor()).isEqualTo(first.records().get(9).metadata().cursor());
		RecordPage<Issue> last = read().limit(15).after(first.nextCursor()).page();
		assertThat(last.records()).hasSize(15).first().extracting(NangoRecord::id).isEqualTo("r10");
		assertThat(last.nextCursor()).isNull();
		this.mock.verify().call(HttpMethod.GET, "/records").called(2).withQuery("limit", 10).calledOnce();
		assertThat(read().limit(7).stream()).extracting(NangoRecord::id)
			.containsExactlyElementsOf(IntStream.range(0, 25).mapToObj((i) -> "r" + i).toList());
	}

	@Test
	void whoGoesOnAfterACursorGetsWhatHasChangedSince() {
		issues().added(record("1", "a"), record("2", "b"), record("3", "c"));
		String cursor = lastCursor(null);
		assertThat(changes(cursor)).isEmpty();
		issues().updated(record("1", "changed")).deleted("2").added(record("4", "d"));
		assertThat(changes(cursor)).containsExactly("1 UPDATED changed", "2 DELETED null", "4 ADDED d");
		String later = lastCursor(cursor);
		issues().added(record("2", "again"));
		assertThat(changes(later)).containsExactly("2 ADDED again");
	}

	@Test
	void aCursorFromBeforeAResetIsBeforeWhatComesAfterIt() {
		issues().added(record("1", "a"));
		String cursor = lastCursor(null);
		this.mock.reset();
		issues().added(record("1", "new"));
		assertThat(changes(cursor)).containsExactly("1 ADDED new");
	}

	@Test
	void prunedRecordsKeepTheirPlaceAndLoseTheirPayload() {
		issues().added(record("1", "a"), record("2", "b")).pruned("1");
		List<NangoRecord<Issue>> records = read().stream().toList();
		assertThat(records).extracting(NangoRecord::isPruned).containsExactly(true, false);
		assertThat(records.get(0).data()).isNull();
	}

	@Test
	void theApplicationCanPrune() {
		issues().added(record("1", "a"), record("2", "b"), record("3", "c"));
		String second = read().stream().toList().get(1).metadata().cursor();
		assertThat(read().prune(second).count()).isEqualTo(2);
		assertThat(read().stream()).extracting(NangoRecord::isPruned).containsExactly(true, true, false);
	}

	@Test
	void recordsAreChosenByIdActionAndTime() {
		Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
		issues().at(yesterday).added(record("1", "a"), record("2", "b"));
		issues().at(yesterday.plusSeconds(60)).updated(record("1", "c"));
		assertThat(ids(read().ids("2"))).containsExactly("2");
		assertThat(ids(read().filter(RecordAction.UPDATED))).containsExactly("1");
		assertThat(ids(read().modifiedAfter(yesterday.plusSeconds(30)))).containsExactly("1");
		assertThat(ids(read())).containsExactly("2", "1");
	}

	@Test
	void variantsHaveRecordsOfTheirOwn() {
		this.mock.connection("github", "c1").records("Issue", "eu").added(record("1", "a"));
		assertThat(ids(read())).isEmpty();
		assertThat(ids(read().variant("eu"))).containsExactly("1");
	}

	@Test
	void errorsAreThoseOfNango() {
		this.mock.connection("github", "c1");
		assertThatExceptionOfType(NangoInvalidRequestException.class)
			.isThrownBy(() -> fixture.github().records("lower").page())
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("invalid_query_params"))
			.satisfies((ex) -> assertThat(ex.fieldErrors().get(0).path()).isEqualTo("model"));
		assertThatExceptionOfType(NangoInvalidRequestException.class)
			.isThrownBy(() -> read().modifiedAfter(Instant.parse("2020-01-01T00:00:00Z")).page());
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> read().after("garbage").page())
			.satisfies((ex) -> assertThat(ex.error().message()).isEqualTo("Failed to fetch records"));
	}

	@Test
	void whatMakesNoSenseIsRefused() {
		issues().added(record("1", "a"));
		assertThatIllegalArgumentException().isThrownBy(() -> issues().added(record("1", "b")))
			.withMessageContaining("updated(");
		assertThatIllegalArgumentException().isThrownBy(() -> issues().updated(record("2", "b")))
			.withMessageContaining("added(");
		assertThatIllegalArgumentException().isThrownBy(() -> issues().deleted("2"));
		assertThatIllegalArgumentException().isThrownBy(() -> issues().added(new Issue("no id")))
			.withMessageContaining("needs an id");
		assertThatIllegalArgumentException().isThrownBy(() -> issues().added("text"));
	}

	@Test
	void aModelWithoutRecordsIsEmptyAndHasAHint() {
		this.mock.connection("github", "c1");
		assertThat(ids(fixture.github().records("Other", Issue.class))).isEmpty();
		assertThat(this.mock.hints()).singleElement().asString().contains(".records(\"Other\", records)");
	}

	private MockRecords issues() {
		return this.mock.connection("github", "c1").records("Issue");
	}

	private static Records<Issue> read() {
		return fixture.github().records("Issue", Issue.class);
	}

	private static List<String> ids(Records<Issue> records) {
		return records.stream().map(NangoRecord::id).toList();
	}

	private static List<String> changes(String cursor) {
		return read().after(cursor)
			.stream()
			.map((record) -> record.id() + " " + record.metadata().lastAction().value() + " "
					+ ((record.data() != null) ? record.data().title() : null))
			.toList();
	}

	private static String lastCursor(String cursor) {
		List<NangoRecord<Issue>> records = read().after(cursor).stream().toList();
		return records.get(records.size() - 1).metadata().cursor();
	}

}
