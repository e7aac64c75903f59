package org.nangospring.client.operation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.ReactiveRecords;
import org.nangospring.client.record.RecordAction;
import org.nangospring.client.record.Records;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Streams of records read page after page, each when it is needed.
 */
class RecordPagingTests {

	private static final String FIRST = "/records?model=Issue&limit=2";

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aStreamEndsWhereThereIsNoNextCursor(Mode mode) {
		threePages();
		assertThat(ids(mode)).containsExactly("1", "2", "3", "4");
		assertThat(FIXTURE.urls()).containsExactly(FIRST, FIRST + "&cursor=c2", FIRST + "&cursor=c3");
	}

	@Test
	void aStreamSendsNothingBeforeItIsRead() {
		threePages();
		Iterator<NangoRecord<Map<String, Object>>> iterator = records().stream().iterator();
		assertThat(FIXTURE.urls()).isEmpty();
		assertThat(iterator.hasNext()).isTrue();
		assertThat(FIXTURE.urls()).startsWith(FIRST);
	}

	@Test
	void aReactiveStreamSendsNothingBeforeItIsSubscribedTo() {
		threePages();
		var flux = reactive().stream();
		assertThat(FIXTURE.urls()).isEmpty();
		assertThat(flux.map(NangoRecord::id).collectList().block()).hasSize(4);
	}

	@Test
	void aReactiveStreamIsAtMostOnePageAhead() throws InterruptedException {
		manyPages();
		CountDownLatch first = new CountDownLatch(1);
		BaseSubscriber<NangoRecord<Map<String, Object>>> subscriber = new BaseSubscriber<>() {
			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.request(1);
			}

			@Override
			protected void hookOnNext(NangoRecord<Map<String, Object>> record) {
				first.countDown();
			}
		};
		reactive().stream().subscribe(subscriber);
		first.await();
		// time enough for pages that nobody asked for
		at("/integrations", "{\"data\":[]}");
		for (int i = 0; i < 50; i++) {
			FIXTURE.nango().integrations().list();
		}
		subscriber.cancel();
		assertThat(FIXTURE.urls().stream().filter((url) -> url.startsWith(FIRST))).hasSizeBetween(1, 2);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aCursorThatComesBackIsAnErrorAndNoEndlessLoop(Mode mode) {
		at(FIRST, page("\"c2\"", "1", "2"));
		at(FIRST + "&cursor=c2", page("\"c2\"", "3"));
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> ids(mode))
			.withMessageContaining("paging would not end");
		// a page that an earlier test did not wait for may still be asked for
		assertThat(FIXTURE.urls().stream().filter((url) -> url.equals(FIRST) || url.endsWith("&cursor=c2"))).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void cursorsThatGoRoundInCirclesAreAnErrorAndNoEndlessLoop(Mode mode) {
		at(FIRST, page("\"a\"", "1"));
		at(FIRST + "&cursor=a", page("\"b\"", "2"));
		at(FIRST + "&cursor=b", page("\"c\"", "3"));
		at(FIRST + "&cursor=c", page("\"a\"", "4"));
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> ids(mode))
			.withMessageContaining("paging would not end");
		assertThat(FIXTURE.urls()).hasSizeLessThan(12);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void onlyThePageThatFailedIsReadAgain(Mode mode) {
		at(FIRST, page("\"c2\"", "1", "2"));
		failsOnceAt(FIRST + "&cursor=c2", WireMock.serviceUnavailable(), page("\"c3\"", "3"));
		failsOnceAt(FIRST + "&cursor=c3", WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
				page("null", "4"));
		assertThat(ids(mode)).containsExactly("1", "2", "3", "4");
		assertThat(FIXTURE.urls().stream().filter(FIRST::equals)).hasSize(1);
		assertThat(FIXTURE.timing().waits()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aPageThatCannotBeReadEndsTheStreamWithTheErrorAndNotEarly(Mode mode) {
		at(FIRST, page("\"c2\"", "1", "2"));
		FIXTURE.server().stubFor(WireMock.get(FIRST + "&cursor=c2").willReturn(WireMock.aResponse().withStatus(503)));
		List<String> seen = new ArrayList<>();
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> {
			if (mode == Mode.BLOCKING) {
				records().stream().forEach((record) -> seen.add(record.id()));
			}
			else {
				reactive().stream().doOnNext((record) -> seen.add(record.id())).blockLast();
			}
		}).satisfies((failure) -> assertThat(failure.attempts()).isEqualTo(4));
		assertThat(seen).containsExactly("1", "2");
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anEmptyPageWithANextCursorIsNotTheEnd(Mode mode) {
		at(FIRST, page("\"c2\""));
		at(FIRST + "&cursor=c2", page("null", "1"));
		assertThat(ids(mode)).containsExactly("1");
	}

	@Test
	void manyPagesDoNotUseUpTheStack() {
		manyPages();
		assertThat(reactive().stream().take(600).count().block()).isEqualTo(600);
		assertThat(records().stream().limit(600).count()).isEqualTo(600);
	}

	@Test
	void whatNangoRefusesIsRefusedHere() {
		Records<Map<String, Object>> records = records();
		assertThatIllegalArgumentException().isThrownBy(() -> records.limit(0));
		assertThatIllegalArgumentException().isThrownBy(() -> records.limit(10_001));
		assertThatIllegalArgumentException().isThrownBy(() -> records.ids());
		assertThatIllegalArgumentException().isThrownBy(() -> records.ids(new String[101]));
		assertThatIllegalArgumentException().isThrownBy(() -> records.ids("a", null));
		assertThatIllegalArgumentException().isThrownBy(() -> records.filter());
		assertThatIllegalArgumentException().isThrownBy(() -> records.filter(RecordAction.ADDED, null));
		assertThatIllegalArgumentException().isThrownBy(() -> records.variant(""));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().connection("github", "conn-1").records(" "));
	}

	private static Records<Map<String, Object>> records() {
		return FIXTURE.nango().connection("github", "conn-1").records("Issue").limit(2);
	}

	private static ReactiveRecords<Map<String, Object>> reactive() {
		return FIXTURE.nango().reactive().connection("github", "conn-1").records("Issue").limit(2);
	}

	private static @Nullable List<String> ids(Mode mode) {
		return (mode == Mode.BLOCKING) ? records().stream().map(NangoRecord::id).toList()
				: reactive().stream().map(NangoRecord::id).collectList().block();
	}

	private static void threePages() {
		at(FIRST, page("\"c2\"", "1", "2"));
		at(FIRST + "&cursor=c2", page("\"c3\"", "3"));
		at(FIRST + "&cursor=c3", page("null", "4"));
	}

	private static void manyPages() {
		for (int page = 0; page < 310; page++) {
			at(FIRST + ((page == 0) ? "" : "&cursor=p" + page), page("\"p" + (page + 1) + "\"", "1", "2"));
		}
	}

	private static void at(String url, String answer) {
		FIXTURE.server().stubFor(WireMock.get(url).willReturn(WireMock.okJson(answer)));
	}

	private static void failsOnceAt(String url, ResponseDefinitionBuilder failure, String then) {
		FIXTURE.server()
			.stubFor(WireMock.get(url)
				.inScenario(url)
				.whenScenarioStateIs("Started")
				.willReturn(failure)
				.willSetStateTo("up"));
		FIXTURE.server()
			.stubFor(WireMock.get(url).inScenario(url).whenScenarioStateIs("up").willReturn(WireMock.okJson(then)));
	}

	private static String page(String nextCursor, String... ids) {
		return "{\"records\":[" + Stream.of(ids)
			.map((id) -> """
					{"id":"%s","_nango_metadata":{"last_action":"ADDED","cursor":"c"}}""".formatted(id))
			.collect(Collectors.joining(",")) + "],\"next_cursor\":" + nextCursor + "}";
	}

}
