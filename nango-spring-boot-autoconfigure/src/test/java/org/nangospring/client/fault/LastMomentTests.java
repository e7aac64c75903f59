package org.nangospring.client.fault;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoUpstreamException;
import org.nangospring.client.TestClients;
import org.nangospring.client.http.EngineTiming;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What comes in the very moment in which the time of a caller is up counts, be it an
 * answer or a failure.
 */
class LastMomentTests {

	private static final String FIRST_PAGE = SmallServer.ok("""
			{"records":[{"id":"1","_nango_metadata":{"last_action":"ADDED","cursor":"a"}}],"next_cursor":"a"}""");

	private static final String DOWN = SmallServer.answer(500, "", "{\"error\":{\"code\":\"x\",\"message\":\"x\"}}");

	@Test
	void anAnswerIsTaken() throws IOException {
		try (SmallServer server = new SmallServer((request) -> SmallServer.ok("{\"data\":[]}"));
				NangoClient nango = client(server.url())) {
			assertThat(nango.integrations().list()).isEmpty();
		}
	}

	@Test
	void aPageThatWasFetchedAheadFailsWithItsOwnError() throws IOException {
		try (SmallServer server = new SmallServer((request) -> request.head().contains("cursor=") ? DOWN : FIRST_PAGE);
				NangoClient nango = client(server.url())) {
			Iterator<?> records = nango.connection("github", "c").records("Issue", Map.class).stream().iterator();
			records.next();
			assertThatExceptionOfType(NangoServerException.class).isThrownBy(records::next);
		}
	}

	@Test
	void aStreamedAnswerThatIsAnErrorIsThatError() throws IOException {
		try (SmallServer server = new SmallServer((request) -> SmallServer.answer(418, "", "{}"));
				NangoClient nango = client(server.url())) {
			assertThatExceptionOfType(NangoUpstreamException.class)
				.isThrownBy(() -> nango.connection("github", "c").proxy().get("/x").stream())
				.satisfies((failure) -> assertThat(failure.status()).isEqualTo(418));
		}
	}

	private static NangoClient client(String url) {
		return TestClients.builder(url, new TimeUp()).build();
	}

	/**
	 * The time of whoever waits is up as soon as there is an end.
	 */
	private static final class TimeUp implements EngineTiming {

		@Override
		public <T> T await(CompletableFuture<T> result, Duration limit) throws TimeoutException {
			result.handle((value, failure) -> true).join();
			throw new TimeoutException();
		}

		@Override
		public long nanoTime() {
			return SYSTEM.nanoTime();
		}

		@Override
		public Instant now() {
			return SYSTEM.now();
		}

		@Override
		public void sleep(Duration duration, CountDownLatch end) {
			// no test waits
		}

		@Override
		public Mono<?> delay(Duration duration) {
			return Mono.just(duration);
		}

		@Override
		public Disposable limit(Duration limit, Runnable task) {
			return Disposables.disposed();
		}

		@Override
		public Disposable schedule(Duration limit, Runnable task) {
			return SYSTEM.schedule(limit, task);
		}

	}

}
