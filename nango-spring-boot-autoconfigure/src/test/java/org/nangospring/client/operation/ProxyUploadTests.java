package org.nangospring.client.operation;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.ManualTiming;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.nangospring.client.RawServer;
import org.nangospring.client.proxy.ProxyResponse;
import reactor.core.publisher.Mono;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import reactor.core.publisher.Flux;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies that are made while they are sent, to a server that takes its time.
 */
class ProxyUploadTests {

	private static final int CHUNK = 16 * 1024;

	private static final long TOTAL = 64L * 1024 * 1024;

	/** What lies in buffers of the system on the way, and some of our own. */
	private static final long AHEAD = 24L * 1024 * 1024;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicLong made = new AtomicLong();

	private final CountDownLatch allMade = new CountDownLatch(1);

	private final CompletableFuture<Upload> upload = new CompletableFuture<>();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::take);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	@Test
	void aSlowUploadIsNotTheSilenceOfTheServer() throws Exception {
		try (RawServer server = new RawServer(RawServer.writing("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"));
				NangoClient nango = NangoClient.builder()
					.secretKey(TestClients.KEY)
					.host(server.url())
					.responseTimeout(Duration.ofMillis(700))
					.build()) {
			Flux<DataBuffer> slow = Mono.delay(Duration.ofMillis(1500))
				.map((tick) -> (DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(new byte[] { 1 }))
				.flux();
			ProxyResponse<Flux<DataBuffer>> response = nango.reactive()
				.connection("github", "c")
				.proxy()
				.post("/x")
				.body(MediaType.APPLICATION_OCTET_STREAM, slow)
				.stream()
				.block();
			assertThat(response.status()).isEqualTo(200);
			response.body().doOnNext(DataBufferUtils::release).blockLast();
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aLargeBodyIsMadeNoFasterThanItIsTaken(Mode mode) throws Exception {
		try (NangoClient nango = client()) {
			if (mode == Mode.BLOCKING) {
				nango.connection("github", "c")
					.proxy()
					.post("/x")
					.body(MediaType.IMAGE_PNG, new InputStreamResource(new Source()))
					.retrieve(Void.class);
			}
			else {
				nango.reactive()
					.connection("github", "c")
					.proxy()
					.post("/x")
					.body(MediaType.IMAGE_PNG, source())
					.retrieve(Void.class)
					.block();
			}
		}
		check(this.upload.get(30, TimeUnit.SECONDS));
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aLargePartIsMadeNoFasterThanItIsTaken(Mode mode) throws Exception {
		try (NangoClient nango = client()) {
			if (mode == Mode.BLOCKING) {
				nango.connection("github", "c")
					.proxy()
					.post("/x")
					.multipart((parts) -> parts.part("file", new InputStreamResource(new Source())))
					.retrieve(Void.class);
			}
			else {
				nango.reactive()
					.connection("github", "c")
					.proxy()
					.post("/x")
					.multipart((parts) -> parts.asyncPart("file", source(), DataBuffer.class).filename("f"))
					.retrieve(Void.class)
					.block();
			}
		}
		Upload taken = this.upload.get(30, TimeUnit.SECONDS);
		assertThat(taken.waited()).as("the source waited").isTrue();
		assertThat(taken.ahead()).isLessThan(AHEAD);
		assertThat(taken.size()).isBetween(TOTAL, TOTAL + 1024);
	}

	private void check(Upload taken) {
		assertThat(taken.waited()).as("the source waited").isTrue();
		assertThat(taken.ahead()).isLessThan(AHEAD);
		assertThat(taken.size()).isEqualTo(TOTAL);
		CRC32 expected = new CRC32();
		for (long i = 0; i < TOTAL / CHUNK; i++) {
			expected.update(chunk(i));
		}
		assertThat(taken.checksum()).isEqualTo(expected.getValue());
	}

	private void take(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = exchange.getRequestBody()) {
			// nothing is taken until the source has had every chance to run away
			boolean waited = !this.allMade.await(500, TimeUnit.MILLISECONDS);
			CRC32 checksum = new CRC32();
			byte[] buffer = new byte[CHUNK];
			long size = 0;
			long ahead = 0;
			for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
				ahead = Math.max(ahead, this.made.get() - size);
				checksum.update(buffer, 0, read);
				size += read;
			}
			this.upload.complete(new Upload(size, checksum.getValue(), ahead, waited));
			exchange.sendResponseHeaders(204, -1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private NangoClient client() {
		return TestClients.builder("http://127.0.0.1:" + this.server.getAddress().getPort(), new ManualTiming())
			.build();
	}

	private Flux<DataBuffer> source() {
		return Flux.<DataBuffer, Long>generate(() -> 0L, (index, sink) -> {
			if (index * CHUNK == TOTAL) {
				this.allMade.countDown();
				sink.complete();
				return index;
			}
			this.made.addAndGet(CHUNK);
			sink.next(DefaultDataBufferFactory.sharedInstance.wrap(chunk(index)));
			return index + 1;
		});
	}

	private static byte[] chunk(long index) {
		byte[] chunk = new byte[CHUNK];
		for (int i = 0; i < CHUNK; i += 64) {
			chunk[i] = (byte) (index * 31 + i / 64);
		}
		return chunk;
	}

	private record Upload(long size, long checksum, long ahead, boolean waited) {
	}

	/**
	 * The same as a stream.
	 */
	private final class Source extends InputStream {

		private byte[] current = new byte[0];

		private int position;

		private long next;

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (this.position == this.current.length) {
				if (this.next * CHUNK == TOTAL) {
					ProxyUploadTests.this.allMade.countDown();
					return -1;
				}
				this.current = chunk(this.next++);
				this.position = 0;
				ProxyUploadTests.this.made.addAndGet(CHUNK);
			}
			int count = Math.min(length, this.current.length - this.position);
			System.arraycopy(this.current, this.position, target, offset, count);
			this.position += count;
			return count;
		}

	}

}
