package org.nangospring.client.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.action.AsyncAction;
import org.nangospring.client.http.EngineTiming;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thousand callers on virtual threads at once. The JDK's own recorder tells whether one
 * of them held on to the thread that carries it while it waited. Runs on JDK 21 and
 * later.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadTests {

	private static final int CALLERS = 1000;

	/** No caller may keep others from running for longer than this. */
	private static final Duration LONG = Duration.ofMillis(20);

	private static final Pattern NUMBER = Pattern.compile("number-(\\d+)");

	private final Set<String> refused = ConcurrentHashMap.newKeySet();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource(Kind.class)
	void aThousandVirtualCallersAreAnsweredAndNoneIsPinnedForLong(Kind kind) throws Exception {
		List<RecordedEvent> pinned;
		try (SmallServer server = new SmallServer((request) -> answer(kind, request));
				NangoClient nango = client(server, kind)) {
			// whoever waits for a class to be initialized is pinned, so that comes first
			onVirtualThreads(nango, kind);
			this.refused.clear();
			pinned = recorded(() -> assertThat(onVirtualThreads(nango, kind)).hasSize(CALLERS)
				.allSatisfy((answer) -> assertThat(answer).isEqualTo("its own")));
		}
		assertThat(pinned).as("events of threads that were pinned").isEmpty();
	}

	@Test
	void aThreadThatIsPinnedIsSeen() throws Exception {
		List<RecordedEvent> pinned = recorded(() -> {
			ExecutorService virtual = virtualThreads();
			assertThat(virtual.submit(() -> Slow.VALUE).get(30, TimeUnit.SECONDS)).isEqualTo("slow");
			virtual.shutdown();
		});
		assertThat(pinned).hasSize(1);
	}

	private static List<String> onVirtualThreads(NangoClient nango, Kind kind) throws Exception {
		CountDownLatch together = new CountDownLatch(CALLERS);
		List<Future<String>> calls = new ArrayList<>();
		ExecutorService virtual = virtualThreads();
		try {
			for (int caller = 0; caller < CALLERS; caller++) {
				String name = "number-" + caller;
				calls.add(virtual.submit(() -> {
					together.countDown();
					together.await();
					String answer = kind.call(nango, name);
					return answer.contains(name) ? "its own" : answer;
				}));
			}
			List<String> answers = new ArrayList<>();
			for (Future<String> call : calls) {
				answers.add(call.get(120, TimeUnit.SECONDS));
			}
			return answers;
		}
		finally {
			virtual.shutdownNow();
		}
	}

	/**
	 * What the recorder says about threads that were pinned for long while something ran.
	 */
	private List<RecordedEvent> recorded(Work work) throws Exception {
		Path file = Files.createTempFile(this.directory, "pinned", ".jfr");
		try (Recording recording = new Recording()) {
			recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
			recording.start();
			work.run();
			recording.stop();
			recording.dump(file);
		}
		List<RecordedEvent> events = RecordingFile.readAllEvents(file);
		return events.stream().filter((event) -> event.getDuration().compareTo(LONG) > 0).toList();
	}

	/**
	 * The build is for JDK 17, which does not know them.
	 */
	private static ExecutorService virtualThreads() throws ReflectiveOperationException {
		return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
	}

	private String answer(Kind kind, Message request) {
		Matcher number = NUMBER.matcher(request.text());
		String name = number.find() ? number.group() : "nobody";
		boolean first = this.refused.add(name);
		return switch (kind) {
			case BACK_OFF -> first ? SmallServer.answer(503, "", "{}") : SmallServer.ok(json(name));
			case AWAIT -> first ? SmallServer.answer(404, "", "{\"error\":{\"code\":\"not_found\"}}")
					: SmallServer.ok(json(name));
			case DOWNLOAD -> SmallServer.ok(json(name) + " ".repeat(100_000));
			case RECORDS -> records(name, first);
			default -> SmallServer.ok(json(name));
		};
	}

	private static String json(String name) {
		return "{\"name\":\"" + name + "\"}";
	}

	private static String records(String name, boolean first) {
		return SmallServer.ok("{\"records\":[{\"id\":\"" + name + "\",\"_nango_metadata\":{\"last_action\":\"ADDED\","
				+ "\"cursor\":\"c\"}}],\"next_cursor\":" + (first ? "\"c\"" : "null") + "}");
	}

	private static NangoClient client(SmallServer server, Kind kind) {
		return TestClients.builder(server.url(), EngineTiming.SYSTEM)
			.callTimeout(Duration.ofMinutes(2))
			.responseTimeout(Duration.ofMinutes(2))
			.pool((pool) -> pool.maxConnections((kind == Kind.TWO_CONNECTIONS) ? 2 : 64)
				.pendingAcquireTimeout(Duration.ofMinutes(2)))
			.retry((retry) -> retry.budget(CALLERS))
			.build();
	}

	private interface Work {

		void run() throws Exception;

	}

	/**
	 * How a call waits.
	 */
	enum Kind {

		/** For its answer, or for one of 64 connections. */
		READ {
			@Override
			String call(NangoClient nango, String name) {
				return String.valueOf(nango.connection("g", "c").proxy().get("/" + name, String.class));
			}
		},

		/** For one of 2 connections. */
		TWO_CONNECTIONS {
			@Override
			String call(NangoClient nango, String name) {
				return READ.call(nango, name);
			}
		},

		/** For its action to be carried out. */
		ACTION {
			@Override
			String call(NangoClient nango, String name) {
				return String.valueOf(nango.connection("g", "c").actions().trigger("act", name));
			}
		},

		/** For its second attempt. */
		BACK_OFF {
			@Override
			String call(NangoClient nango, String name) {
				return READ.call(nango, name);
			}
		},

		/** For something to happen. */
		AWAIT {
			@Override
			String call(NangoClient nango, String name) {
				return String
					.valueOf(nango.actionResults().await(AsyncAction.of(name), Object.class, Duration.ofMinutes(1)));
			}
		},

		/** For the rest of a body. */
		DOWNLOAD {
			@Override
			String call(NangoClient nango, String name) {
				try (InputStream body = nango.connection("g", "c").proxy().get("/" + name).stream().body()) {
					return new String(body.readAllBytes(), StandardCharsets.UTF_8);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
		},

		/** For the next page. */
		RECORDS {
			@Override
			String call(NangoClient nango, String name) {
				List<String> ids = nango.connection("g", name)
					.records("Model")
					.stream()
					.map((record) -> record.id())
					.toList();
				assertThat(ids).containsExactly(name, name);
				return ids.toString();
			}
		};

		abstract String call(NangoClient nango, String name);

	}

	/**
	 * Whoever waits while a class is initialized is pinned, on all JDKs so far.
	 */
	private static final class Slow {

		static final String VALUE = slow();

		private static String slow() {
			try {
				// what is looked for: a wait with something on the stack that pins
				Thread.sleep(LONG.multipliedBy(5).toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return "slow";
		}

	}

}
