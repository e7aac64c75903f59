package org.nangospring.client.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoTransportException.Reason;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;
import org.nangospring.client.proxy.ProxyResponse;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Bodies that are read while they come.
 */
class ProxyDownloadTests {

	private static final int CHUNK = 64 * 1024;

	private static final long TOTAL = 64L * 1024 * 1024;

	/** What lies in buffers of the system on the way, and some of our own. */
	private static final long AHEAD = 24L * 1024 * 1024;

	private static final String ENDLESS = "HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\n"
			+ "Content-Length: 9000000000000\r\n\r\n";

	private static final String CHUNKED = "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n"
			+ "ETag: \"abc\"\r\nLink: </next>; rel=\"next\"\r\nX-RateLimit-Limit: 7\r\n"
			+ "X-RateLimit-Remaining: 3\r\nX-RateLimit-Reset: 1795416592\r\nTransfer-Encoding: chunked\r\n\r\n"
			+ "5\r\na;b;c\r\n0\r\n\r\n";

	private final ManualTiming timing = new ManualTiming();

	private final AtomicLong written = new AtomicLong();

	private final CountDownLatch allWritten = new CountDownLatch(1);

	private final CountDownLatch hungUp = new CountDownLatch(1);

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aLargeBodyComesNoFasterThanItIsReadAndTheReaderMayRest(Mode mode) throws Exception {
		try (RawServer server = new RawServer(this::large); NangoClient nango = client(server)) {
			Reading reading = (mode == Mode.BLOCKING) ? blocking(nango) : reactive(nango);
			assertThat(reading.size).isEqualTo(TOTAL);
			assertThat(reading.checksum.getValue()).isEqualTo(expected());
			assertThat(reading.ahead).isLessThan(AHEAD);
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void whoStopsReadingEndsTheConnection(Mode mode) throws Exception {
		try (RawServer server = new RawServer(this::endless); NangoClient nango = client(server)) {
			if (mode == Mode.BLOCKING) {
				try (InputStream body = body(nango.connection("github", "c").proxy().get("/x").stream())) {
					assertThat(body.readNBytes(10)).hasSize(10);
				}
			}
			else {
				open(nango).doOnNext(DataBufferUtils::release).blockFirst();
			}
			assertThat(this.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void anInterruptedReaderStopsWaitingAndStaysInterrupted() throws Exception {
		try (RawServer server = new RawServer((request, connection, out) -> {
			out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
			out.flush();
			if (connection.getInputStream().read() < 0) {
				this.hungUp.countDown();
			}
		});
				NangoClient nango = client(server);
				InputStream body = body(nango.connection("github", "c").proxy().get("/x").stream())) {
			assertThat(body.read()).isEqualTo('x');
			Thread.currentThread().interrupt();
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class, body::read);
			assertThat(Thread.interrupted()).isTrue();
			assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
			assertThat(failure.operation()).isEqualTo("proxy.get");
			assertThat(this.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void aReaderMayRestLongerThanAServerMayBeSilent() throws Exception {
		try (RawServer server = new RawServer(this::endless);
				NangoClient nango = NangoClient.builder()
					.secretKey(TestClients.KEY)
					.host(server.url())
					.responseTimeout(Duration.ofMillis(700))
					.build();
				InputStream body = body(nango.connection("github", "c").proxy().get("/x").stream())) {
			assertThat(body.read()).isGreaterThanOrEqualTo(0);
			// a timer on the connection would have ended it by now
			assertThat(this.hungUp.await(1500, TimeUnit.MILLISECONDS)).isFalse();
			assertThat(body.readNBytes(CHUNK)).hasSize(CHUNK);
		}
	}

	@Test
	void aBodyThatNobodyBeginsToReadGivesItsConnectionBack() throws Exception {
		try (RawServer server = new RawServer(this::endless); NangoClient nango = client(server)) {
			ProxyResponse<Flux<DataBuffer>> forgotten = nango.reactive()
				.connection("github", "c")
				.proxy()
				.get("/x")
				.stream()
				.block();
			assertThat(this.hungUp.getCount()).isEqualTo(1);
			this.timing.advance(Duration.ofSeconds(31));
			assertThat(this.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
			assertThatExceptionOfType(NangoResponseException.class)
				.isThrownBy(() -> forgotten.body().doOnNext(DataBufferUtils::release).blockLast())
				.withMessageContaining("has to be begun within PT30S");
		}
	}

	@Test
	void aBodyThatIsNeverReadCanBeClosed() throws Exception {
		try (RawServer server = new RawServer(this::endless); NangoClient nango = client(server)) {
			body(nango.connection("github", "c").proxy().get("/x").stream()).close();
			assertThat(this.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void whatCameBeforeTheConnectionBrokeCanBeRead(Mode mode) throws Exception {
		try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nfirst");
				NangoClient nango = client(server)) {
			NangoTransportException failure;
			if (mode == Mode.BLOCKING) {
				try (InputStream body = body(nango.connection("github", "c").proxy().get("/x").stream())) {
					assertThat(body.readNBytes(5)).asString().isEqualTo("first");
					failure = catchThrowableOfType(NangoTransportException.class, body::read);
				}
			}
			else {
				StringBuilder text = new StringBuilder();
				failure = catchThrowableOfType(NangoTransportException.class, () -> open(nango).doOnNext((buffer) -> {
					text.append(buffer.toString(StandardCharsets.UTF_8));
					DataBufferUtils.release(buffer);
				}).blockLast());
				assertThat(text).hasToString("first");
			}
			assertThat(failure.reason()).isEqualTo(Reason.RESET);
			assertThat(failure.operation()).isEqualTo("proxy.get");
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aServerThatFallsSilentIsATimeout(Mode mode) throws Exception {
		try (RawServer server = new RawServer((request, connection, out) -> {
			out.write((ENDLESS + "first").getBytes(StandardCharsets.US_ASCII));
			out.flush();
		});
				NangoClient nango = NangoClient.builder()
					.secretKey(TestClients.KEY)
					.host(server.url())
					.responseTimeout(Duration.ofMillis(100))
					.build()) {
			NangoTransportException failure;
			if (mode == Mode.BLOCKING) {
				try (InputStream body = body(nango.connection("github", "c").proxy().get("/x").stream())) {
					assertThat(body.readNBytes(5)).asString().isEqualTo("first");
					failure = catchThrowableOfType(NangoTransportException.class, body::read);
				}
			}
			else {
				failure = catchThrowableOfType(NangoTransportException.class,
						() -> open(nango).doOnNext(DataBufferUtils::release).blockLast());
			}
			assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
			assertThat(failure).hasMessageContaining("PT0.1S").hasMessageContaining("nango.timeout.response");
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aServerThatNeverBeginsToAnswerAStreamIsATimeout(Mode mode) throws Exception {
		try (RawServer server = new RawServer((request, connection, out) -> {
		});
				NangoClient nango = NangoClient.builder()
					.secretKey(TestClients.KEY)
					.host(server.url())
					.responseTimeout(Duration.ofMillis(100))
					.build()) {
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class,
					() -> stream(mode, nango));
			assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
			assertThat(failure).hasMessageContaining("nango.timeout.response");
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void headersOfAnAnswerInChunksAreTheProvidersAndItsLimitsNotNangos(Mode mode) throws Exception {
		try (RawServer server = new RawServer((request, connection, out) -> {
			out.write(CHUNKED.getBytes(StandardCharsets.US_ASCII));
			out.flush();
		}); NangoClient nango = client(server)) {
			ProxyResponse<?> whole = (mode == Mode.BLOCKING)
					? nango.connection("github", "c").proxy().get("/x").exchange(String.class)
					: nango.reactive().connection("github", "c").proxy().get("/x").exchange(String.class).block();
			assertThat(Objects.requireNonNull(whole).body()).isEqualTo("a;b;c");
			ProxyResponse<?> streamed = stream(mode, nango);
			for (ProxyResponse<?> response : new ProxyResponse<?>[] { whole, streamed }) {
				assertThat(response.headers().getETag()).isEqualTo("\"abc\"");
				assertThat(response.headers().getFirst("Link")).isEqualTo("</next>; rel=\"next\"");
				assertThat(response.headers().getFirst("X-RateLimit-Remaining")).isEqualTo("3");
			}
			if (streamed.body() instanceof InputStream body) {
				body.close();
			}
			assertThat(nango.rateLimit()).isNull();
		}
	}

	@Test
	void noBufferIsLostHoweverAStreamEnds() throws Exception {
		UnpooledByteBufAllocator memory = new UnpooledByteBufAllocator(false);
		try (RawServer server = new RawServer((request, connection, out) -> {
			switch (request % 3) {
				case 0 -> endless(request, connection, out);
				case 1 -> RawServer.writing("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nfirst")
					.answer(request, connection, out);
				default ->
					RawServer.writing("HTTP/1.1 418 Teapot\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000))
						.answer(request, connection, out);
			}
		});
				NangoClient nango = TestClients.builder(server.url(), this.timing)
					.maxInMemorySize(16 * 1024)
					.retry((retry) -> retry.maxAttempts(1))
					.httpClient((http) -> http.option(ChannelOption.ALLOCATOR, memory))
					.build()) {
			for (int i = 0; i < 60; i++) {
				Mode mode = (i % 2 == 0) ? Mode.BLOCKING : Mode.REACTIVE;
				boolean reads = i % 4 < 2;
				catchThrowableOfType(RuntimeException.class, () -> readAndStop(mode, nango, reads));
			}
			assertThat(server.requests()).hasSize(60);
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> memory.metric().usedDirectMemory() + memory.metric().usedHeapMemory(),
						(used) -> used == 0);
		}
	}

	private static void readAndStop(Mode mode, NangoClient nango, boolean reads) throws IOException {
		if (mode == Mode.BLOCKING) {
			try (InputStream body = body(nango.connection("github", "c").proxy().get("/x").stream())) {
				body.readNBytes(reads ? 200_000 : 0);
			}
		}
		else {
			open(nango).doOnNext(DataBufferUtils::release).take(reads ? 20 : 1).blockLast();
		}
	}

	private Reading blocking(NangoClient nango) throws Exception {
		Reading reading = new Reading();
		try (InputStream body = body(nango.connection("github", "c").proxy().get("/x").stream())) {
			serverWaits();
			byte[] buffer = new byte[CHUNK];
			for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
				reading.add(buffer, read);
			}
		}
		return reading;
	}

	private Reading reactive(NangoClient nango) throws Exception {
		Reading reading = new Reading();
		CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
		BaseSubscriber<DataBuffer> reader = new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				// later
			}

			@Override
			protected void hookOnNext(DataBuffer buffer) {
				byte[] bytes = new byte[buffer.readableByteCount()];
				buffer.read(bytes);
				DataBufferUtils.release(buffer);
				reading.add(bytes, bytes.length);
				request(1);
			}

			@Override
			protected void hookOnComplete() {
				end.complete(Optional.empty());
			}

			@Override
			protected void hookOnError(Throwable failure) {
				end.complete(Optional.of(failure));
			}

		};
		open(nango).subscribe(reader);
		serverWaits();
		reader.request(1);
		assertThat(end.get(60, TimeUnit.SECONDS)).isEmpty();
		return reading;
	}

	/**
	 * The server had every chance to run away, and did not. A rest of an hour is no
	 * error.
	 */
	private void serverWaits() throws InterruptedException {
		assertThat(this.allWritten.await(500, TimeUnit.MILLISECONDS)).as("the server wrote all").isFalse();
		assertThat(this.written.get()).isLessThan(AHEAD);
		this.timing.advance(Duration.ofHours(1));
	}

	private void large(int request, java.net.Socket connection, OutputStream out) throws IOException {
		out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: " + TOTAL + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII));
		for (long i = 0; i < TOTAL / CHUNK; i++) {
			out.write(chunk(i));
			this.written.addAndGet(CHUNK);
		}
		this.allWritten.countDown();
	}

	private void endless(int request, java.net.Socket connection, OutputStream out) throws IOException {
		try {
			out.write(ENDLESS.getBytes(StandardCharsets.US_ASCII));
			while (true) {
				out.write(new byte[CHUNK]);
			}
		}
		finally {
			this.hungUp.countDown();
		}
	}

	private NangoClient client(RawServer server) {
		return TestClients.builder(server.url(), this.timing).pool((pool) -> pool.maxConnections(1)).build();
	}

	private static ProxyResponse<?> stream(Mode mode, NangoClient nango) {
		return (mode == Mode.BLOCKING) ? nango.connection("github", "c").proxy().get("/x").stream()
				: Objects.requireNonNull(nango.reactive()
					.connection("github", "c")
					.proxy()
					.get("/x")
					.stream()
					.doOnNext((response) -> Objects.requireNonNull(response.body())
						.doOnNext(DataBufferUtils::release)
						.subscribe())
					.block());
	}

	private static Flux<DataBuffer> open(NangoClient nango) {
		return nango.reactive()
			.connection("github", "c")
			.proxy()
			.get("/x")
			.stream()
			.flatMapMany((response) -> Objects.requireNonNull(response.body()));
	}

	private static InputStream body(ProxyResponse<InputStream> response) {
		return Objects.requireNonNull(response.body());
	}

	private static byte[] chunk(long index) {
		byte[] chunk = new byte[CHUNK];
		for (int i = 0; i < CHUNK; i += 64) {
			chunk[i] = (byte) (index * 31 + i / 64);
		}
		return chunk;
	}

	private static long expected() {
		CRC32 checksum = new CRC32();
		for (long i = 0; i < TOTAL / CHUNK; i++) {
			checksum.update(chunk(i));
		}
		return checksum.getValue();
	}

	private final class Reading {

		private final CRC32 checksum = new CRC32();

		private long size;

		private long ahead;

		void add(byte[] bytes, int length) {
			this.ahead = Math.max(this.ahead, ProxyDownloadTests.this.written.get() - this.size);
			this.checksum.update(bytes, 0, length);
			this.size += length;
		}

	}

}
