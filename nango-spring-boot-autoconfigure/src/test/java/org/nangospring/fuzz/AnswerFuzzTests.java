package org.nangospring.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoApiException;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.TestClients;
import org.nangospring.client.fault.SmallServer;
import org.nangospring.client.operation.Mode;
import org.nangospring.client.operation.Operation;
import org.nangospring.client.operation.OperationCatalog;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation, both ways, whatever a server answers.
 */
@ExtendWith(QuietLogs.class)
class AnswerFuzzTests {

	/** A server that always says that there is more hangs up at last. */
	private static final int MOST_REQUESTS = 50;

	private static final List<String> ERRORS = List.of("""
			{"error":{"code":"invalid_body","message":"m","errors":[{"code":"c","message":"m","path":["a",0]}]}}""", """
			{"error":{"code":"not_found","message":"m"}}""", """
			{"error":{"code":"too_many_request","method":"GET","path":"/"}}""", """
			{"error":{"code":"action_script_runtime_error","message":"m","payload":{"a":[1]},
			"upstream":{"status":404,"headers":{"a":"b"},"body":{"c":"d"}}}}""", """
			{"error":"text","code":"c","method":"GET","message":"m"}""");

	private static final List<String> JSON_ANSWERS = new ArrayList<>(ERRORS);

	private static final List<Call> CALLS = new ArrayList<>();

	private static final ManualTiming TIMING = new ManualTiming();

	private static final AtomicInteger REQUESTS = new AtomicInteger();

	private static SmallServer server;

	private static NangoClient nango;

	@BeforeAll
	static void start() throws IOException {
		server = new SmallServer((request) -> null);
		nango = client(server);
		for (Operation operation : OperationCatalog.all()) {
			if (isJson(operation.answer())) {
				JSON_ANSWERS.add(operation.answer());
			}
			for (Mode mode : Mode.values()) {
				Answer genuine = new Answer(operation.status(), "Content-Type: " + operation.answerType() + "\r\n",
						bytes(operation.answer()));
				CALLS.add(new Call(operation, mode, answered(operation, mode, genuine) != null));
			}
		}
	}

	@AfterAll
	static void stop() throws IOException {
		nango.close();
		server.close();
	}

	@Test
	void anyAnswerIsAValueOrANangoException() {
		Fuzz.check(2_000, AnswerFuzzTests::anyAnswer, AnswerFuzzTests::holds);
	}

	@Test
	void anAnswerInWhichSomethingIsWrongIsAValueOrANangoException() {
		Fuzz.check(4_000, AnswerFuzzTests::mutatedAnswer, AnswerFuzzTests::holds);
	}

	@Test
	void bytesThatAreHardlyHttpAreAValueOrANangoException() throws IOException {
		try (SmallServer garbageServer = new SmallServer((request) -> null).oneAnswerEach();
				NangoClient client = client(garbageServer)) {
			Fuzz.check(600, (draw) -> {
				String text = mutatedAnswer(draw).answer().text();
				byte[] http = (draw.oneIn(4) ? encoded(text, draw) : text).getBytes(StandardCharsets.ISO_8859_1);
				byte[] bytes = switch (draw.between(0, 3)) {
					case 0 -> Garbage.damaged(http, draw);
					case 1 -> Garbage.damaged(head(http), draw);
					case 2 -> Answer.nearlyHttp(draw).getBytes(StandardCharsets.ISO_8859_1);
					default -> Garbage.bytes(draw);
				};
				return new RawCase(draw.pick(CALLS), new String(bytes, StandardCharsets.ISO_8859_1));
			}, (garbage) -> {
				garbageServer.handler((request) -> counted(garbage.answer()));
				outcome(garbage.call(), client);
			});
		}
	}

	private static String encoded(String http, Draw draw) {
		return http.replaceFirst("\r\n",
				"\r\nContent-Encoding: " + draw.pick("gzip", "deflate", "br", "gzip, gzip", "x") + "\r\n");
	}

	private static byte[] head(byte[] http) {
		String text = new String(http, StandardCharsets.ISO_8859_1);
		return text.substring(0, text.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
	}

	private static Case anyAnswer(Draw draw) {
		byte[] body = draw.oneIn(2) ? Garbage.bytes(draw) : JsonGarbage.any(draw).getBytes(StandardCharsets.UTF_8);
		return new Case(draw.pick(CALLS), Answer.around(body, draw));
	}

	private static Case mutatedAnswer(Draw draw) {
		Call call = draw.pick(CALLS);
		String own = call.operation().answer();
		String json = (isJson(own) && !draw.oneIn(5)) ? own : draw.pick(draw.oneIn(2) ? ERRORS : JSON_ANSWERS);
		byte[] body = JsonGarbage.mutated(json, draw).getBytes(StandardCharsets.UTF_8);
		return new Case(call, Answer.around(draw.oneIn(10) ? Garbage.damaged(body, draw) : body, draw));
	}

	private static void holds(Case attempt) {
		server.handler((request) -> counted(attempt.answer().text()));
		outcome(attempt.call(), nango);
	}

	private static @Nullable String counted(String answer) {
		return (REQUESTS.incrementAndGet() <= MOST_REQUESTS) ? answer : null;
	}

	private static void outcome(Call call, NangoClient client) {
		REQUESTS.set(0);
		TIMING.limits().clear();
		TIMING.waits().clear();
		try {
			Object result = call.mode().call(call.operation(), client);
			if (call.hasResult()) {
				assertThat(result).isNotNull();
			}
			Promises.hold(result);
		}
		catch (NangoException ex) {
			// what Nango says about an error is shown; what else it sends is not
			Promises.hold(ex, (ex instanceof NangoApiException) ? List.of(TestClients.KEY)
					: List.of(TestClients.KEY, JsonGarbage.MARKER));
		}
		// nothing that a server says may end more than its own call
		Promises.hold(client.rateLimit());
	}

	private static @Nullable Object answered(Operation operation, Mode mode, Answer answer) {
		server.handler((request) -> answer.text());
		return mode.call(operation, nango);
	}

	private static NangoClient client(SmallServer server) {
		return TestClients.builder(server.url(), TIMING)
			.maxInMemorySize(1024 * 1024)
			.retry((retry) -> retry.maxAttempts(1))
			.pool((pool) -> pool.pendingAcquireTimeout(Duration.ofSeconds(30)))
			.build();
	}

	private static boolean isJson(@Nullable String text) {
		try {
			return text != null && JsonMapper.shared().readTree(text) != null;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private static String bytes(@Nullable String text) {
		return (text != null) ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) : "";
	}

	/**
	 * A call.
	 *
	 * @param hasResult whether its result is never null
	 */
	private record Call(Operation operation, Mode mode, boolean hasResult) {

		Call {
			hasResult = hasResult && switch (operation.expects()) {
				case OBJECT, ARRAY -> true;
				case OBJECT_OR_NULL, ANY_JSON, ANYTHING, SUCCESS -> false;
			};
		}

		@Override
		public String toString() {
			return this.operation + ", " + this.mode;
		}

	}

	private record Case(Call call, Answer answer) {
	}

	private record RawCase(Call call, String answer) {

		@Override
		public String toString() {
			return this.call + ": " + JsonGarbage.quoted(this.answer);
		}

	}

}
