package org.nangospring.client.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoResponseTooLargeException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.ReactiveRecords;
import org.nangospring.client.record.Records;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * While a caller works on a page of records, the next one comes.
 */
class RecordLookAheadTests {

	private static final int PAGE = 12;

	private final CountDownLatch secondPage = new CountDownLatch(1);

	@ParameterizedTest
	@EnumSource(Mode.class)
	void theNextPageIsFetchedWhenAQuarterOfThisOneWasTaken(Mode mode) throws Exception {
		try (Numbered server = new Numbered(3 * PAGE, ""); NangoClient nango = client(server.url())) {
			// Reactor's iteration is itself one item ahead
			int few = PAGE / 4 - 1;
			if (mode == Mode.BLOCKING) {
				Iterator<NangoRecord<Item>> records = stream(nango).iterator();
				take(records, few);
				assertThat(server.limits()).hasSize(1);
				take(records, 2);
				// comes without the caller asking for more
				assertThat(this.secondPage.await(30, TimeUnit.SECONDS)).isTrue();
				assertThat(records).toIterable().hasSize(3 * PAGE - few - 2);
			}
			else {
				StepVerifier.create(flux(nango), few)
					.expectNextCount(few)
					.then(() -> assertThat(server.limits()).hasSize(1))
					.thenRequest(2)
					.expectNextCount(2)
					.then(this::awaitSecondPage)
					.thenRequest(Long.MAX_VALUE)
					.expectNextCount(3 * PAGE - few - 2)
					.verifyComplete();
			}
			assertThat(server.limits()).hasSize(3);
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void whoWantsTheFirstFewCostsOneCall(Mode mode) throws Exception {
		try (Numbered server = new Numbered(3 * PAGE, ""); NangoClient nango = client(server.url())) {
			if (mode == Mode.BLOCKING) {
				assertThat(stream(nango).limit(PAGE / 4 - 1)).hasSize(PAGE / 4 - 1);
				assertThat(stream(nango).findFirst()).isPresent();
			}
			else {
				assertThat(flux(nango).take(PAGE / 4 - 1).count().block()).isEqualTo(PAGE / 4 - 1);
				assertThat(flux(nango).next().block()).isNotNull();
			}
			assertThat(server.limits()).hasSize(2);
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aStreamCanBeGivenUpAnywhereAndGoesOnAfterTheLastRecordThatWasHandled(Mode mode) throws Exception {
		int total = 3 * PAGE;
		for (int handled = 1; handled < total; handled++) {
			try (Numbered server = new Numbered(total, ""); NangoClient nango = client(server.url())) {
				List<NangoRecord<Item>> first = list(mode, nango, null, handled);
				String last = first.get(first.size() - 1).metadata().cursor();
				List<NangoRecord<Item>> rest = list(mode, nango, last, Integer.MAX_VALUE);
				assertThat(Stream.concat(first.stream(), rest.stream()).map((record) -> record.id()))
					.containsExactlyElementsOf(IntStream.range(0, total).mapToObj(String::valueOf).toList());
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void closingAStreamEndsTheCallThatIsAhead(Mode mode) throws Exception {
		CountDownLatch hungUp = new CountDownLatch(1);
		try (RawServer server = new RawServer((request, connection, out) -> {
			if (request == 1) {
				answer(out, page(0, PAGE, 2 * PAGE, ""));
				return;
			}
			this.secondPage.countDown();
			// never answered
			if (connection.getInputStream().read() < 0) {
				hungUp.countDown();
			}
		}); NangoClient nango = client(server.url())) {
			if (mode == Mode.BLOCKING) {
				try (Stream<NangoRecord<Item>> stream = stream(nango)) {
					take(stream.iterator(), PAGE - 1);
					assertThat(this.secondPage.await(30, TimeUnit.SECONDS)).isTrue();
				}
			}
			else {
				StepVerifier.create(flux(nango), PAGE - 1)
					.expectNextCount(PAGE - 1)
					.then(this::awaitSecondPage)
					.thenCancel()
					.verify();
			}
			assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void anInterruptedCallerStopsWaitingForThePageAheadAndStaysInterrupted() throws Exception {
		try (RawServer server = new RawServer((request, connection, out) -> {
			if (request == 1) {
				answer(out, page(0, PAGE, 2 * PAGE, ""));
			}
		}); NangoClient nango = client(server.url())) {
			Iterator<NangoRecord<Item>> records = stream(nango).iterator();
			take(records, PAGE);
			Thread.currentThread().interrupt();
			assertThatExceptionOfType(NangoTransportException.class).isThrownBy(records::next)
				.satisfies((failure) -> assertThat(failure.reason())
					.isEqualTo(NangoTransportException.Reason.INTERRUPTED));
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	@Test
	void aThreadThatMustNotWaitIsToldSoForThePageAheadToo() throws Exception {
		try (Numbered server = new Numbered(2 * PAGE, ""); NangoClient nango = client(server.url())) {
			Iterator<NangoRecord<Item>> records = stream(nango).iterator();
			take(records, PAGE);
			assertThatIllegalStateException()
				.isThrownBy(() -> Mono.fromCallable(records::next).subscribeOn(Schedulers.parallel()).block())
				.withMessageContaining("ReactiveNangoClient");
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aRecordThatDoesNotFitComesAfterThoseBeforeIt(Mode mode) throws Exception {
		try (RawServer server = new RawServer((request, connection, out) -> answer(out,
				page(0, PAGE, PAGE, "").replace("\"number\":5", "\"number\":\"five\"")));
				NangoClient nango = client(server.url())) {
			List<Integer> handled = new ArrayList<>();
			assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> {
				if (mode == Mode.BLOCKING) {
					stream(nango).forEach((record) -> handled.add(number(record)));
				}
				else {
					flux(nango).doOnNext((record) -> handled.add(number(record))).blockLast();
				}
			})
				.withMessageContaining("record 6 of the page")
				.satisfies((failure) -> assertThat(failure.operation()).isEqualTo("records.list"));
			assertThat(handled).containsExactly(0, 1, 2, 3, 4);
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aPageThatIsTooLargeIsAskedForInSmallerPortionsAndSoAreThoseAfterIt(Mode mode) throws Exception {
		try (Numbered server = new Numbered(600, "x".repeat(1_000));
				NangoClient nango = TestClients.builder(server.url(), new ManualTiming())
					.maxInMemorySize(100_000)
					.build()) {
			List<NangoRecord<Item>> records = (mode == Mode.BLOCKING) ? connected(nango).stream().toList()
					: reactive(nango).stream().collectList().block();
			assertThat(records).extracting(NangoRecord::id)
				.containsExactlyElementsOf(IntStream.range(0, 600).mapToObj(String::valueOf).toList());
			assertThat(server.limits()).startsWith(1_000, 250, 62, 62, 62).doesNotContain(15).hasSize(2 + 10);
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aRecordThatIsTooLargeByItselfIsAnError(Mode mode) throws Exception {
		try (Numbered server = new Numbered(2, "x".repeat(10_000));
				NangoClient nango = TestClients.builder(server.url(), new ManualTiming())
					.maxInMemorySize(5_000)
					.build()) {
			assertThatExceptionOfType(NangoResponseTooLargeException.class)
				.isThrownBy(() -> list(mode, nango, null, Integer.MAX_VALUE))
				.withMessageContaining("nango.max-in-memory-size");
			assertThat(server.limits()).containsExactly(PAGE, PAGE / 4, 1);
		}
	}

	private static Records<Item> connected(NangoClient nango) {
		return nango.connection("github", "conn-1").records("Item", Item.class);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void pagesOfAnySizeAreReadRightThoughTheyAreReadIntoTheSameMemory(Mode mode) throws Exception {
		IntFunction<String> text = (from) -> ("t" + from).repeat((from * 31 + 7) % 97);
		try (Numbered server = new Numbered(40 * PAGE, text); NangoClient nango = client(server.url())) {
			List<NangoRecord<Text>> records = (mode == Mode.BLOCKING)
					? nango.connection("github", "conn-1").records("Item", Text.class).limit(PAGE).stream().toList()
					: Objects.requireNonNull(nango.reactive()
						.connection("github", "conn-1")
						.records("Item", Text.class)
						.limit(PAGE)
						.stream()
						.collectList()
						.block());
			assertThat(records).hasSize(40 * PAGE);
			for (int i = 0; i < records.size(); i++) {
				assertThat(records.get(i).data()).isEqualTo(new Text(i, text.apply(i / PAGE * PAGE)));
				assertThat(records.get(i).metadata().cursor()).isEqualTo("c" + i);
			}
		}
	}

	private static ReactiveRecords<Item> reactive(NangoClient nango) {
		return nango.reactive().connection("github", "conn-1").records("Item", Item.class);
	}

	private static Stream<NangoRecord<Item>> stream(NangoClient nango) {
		return connected(nango).limit(PAGE).stream();
	}

	private static Flux<NangoRecord<Item>> flux(NangoClient nango) {
		return reactive(nango).limit(PAGE).stream();
	}

	private static List<NangoRecord<Item>> list(Mode mode, NangoClient nango, @Nullable String after, int count) {
		return (mode == Mode.BLOCKING) ? connected(nango).limit(PAGE).after(after).stream().limit(count).toList()
				: Objects.requireNonNull(
						reactive(nango).limit(PAGE).after(after).stream().take(count).collectList().block());
	}

	private static NangoClient client(String url) {
		return TestClients.builder(url, new ManualTiming()).build();
	}

	private static void take(Iterator<?> records, int count) {
		for (int i = 0; i < count; i++) {
			records.next();
		}
	}

	private void awaitSecondPage() {
		try {
			assertThat(this.secondPage.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int number(NangoRecord<Item> record) {
		return Objects.requireNonNull(record.data()).number();
	}

	private static void answer(OutputStream out, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n")
			.getBytes(StandardCharsets.ISO_8859_1));
		out.write(bytes);
		out.flush();
	}

	private static String page(int from, int to, int total, String text) {
		String records = IntStream.range(from, to)
			.mapToObj((i) -> """
					{"id":"%d","number":%d,"text":"%s","_nango_metadata":{"last_action":"ADDED","cursor":"c%d"}}"""
				.formatted(i, i, text, i))
			.collect(Collectors.joining(","));
		return "{\"records\":[" + records + "],\"next_cursor\":" + ((to < total) ? "\"c" + (to - 1) + "\"" : "null")
				+ "}";
	}

	record Item(int number) {
	}

	record Text(int number, String text) {
	}

	/**
	 * Serves records that are numbered from 0, after any cursor and in pages of any size.
	 */
	private final class Numbered implements AutoCloseable {

		private final List<Integer> limits = new CopyOnWriteArrayList<>();

		private final RawServer server;

		Numbered(int total, String text) throws IOException {
			this(total, (from) -> text);
		}

		Numbered(int total, IntFunction<String> text) throws IOException {
			this.server = new RawServer((request, connection, out) -> {
				UriComponents uri = uri(request);
				int limit = Integer.parseInt(Objects.requireNonNull(uri.getQueryParams().getFirst("limit")));
				String cursor = uri.getQueryParams().getFirst("cursor");
				int from = (cursor != null) ? Integer.parseInt(cursor.substring(1)) + 1 : 0;
				this.limits.add(limit);
				if (from > 0) {
					RecordLookAheadTests.this.secondPage.countDown();
				}
				answer(out, page(from, Math.min(from + limit, total), total, text.apply(from)));
			});
		}

		private UriComponents uri(int request) {
			return UriComponentsBuilder.fromUriString(this.server.requests().get(request - 1).split(" ")[1]).build();
		}

		String url() {
			return this.server.url();
		}

		List<Integer> limits() {
			return this.limits;
		}

		@Override
		public void close() throws IOException {
			this.server.close();
		}

	}

}
