package org.nangospring.client.operation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.nangospring.client.NangoApiException;
import org.nangospring.client.NangoException;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Every operation sends what is secret and is answered with what is secret, in every way
 * in which a call can fail: no exception and no observation tells any of it.
 */
class SecretsInFailuresTests {

	private static final String SECRET = "s3cr3t";

	/**
	 * What a server may repeat of a request, in every place where it may say something.
	 */
	private static final String ERROR = """
			{"error":{"code":"%s","message":"refused %s","errors":[{"code":"%s","path":["%s"],"message":"%s"}],
			"payload":{"credentials":"s3cr3t","connection":{"metadata":{"a":"s3cr3t"}}}}}""";

	/** The same of an action that a provider refused. */
	private static final String UPSTREAM = ERROR.substring(0, ERROR.length() - 2) + """
			,"upstream":{"status":401,"headers":{"authorization":"s3cr3t"},"body":{"token":"s3cr3t"}}}}""";

	private static final Recorder RECORDER = new Recorder();

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture(
			(builder) -> builder.retry((retry) -> retry.maxAttempts(1)).observationRegistry(registry()));

	@BeforeEach
	void forget() {
		RECORDER.texts.clear();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void noExceptionNoCauseAndNoObservationTellsASecretWhateverFails(Mode mode) {
		int failures = 0;
		for (Operation operation : OperationCatalog.all()) {
			for (ResponseDefinitionBuilder answer : secretAnswers()) {
				FIXTURE.server().resetAll();
				FIXTURE.answers(answer);
				Throwable failure = catchThrowable(() -> mode.call(operation, FIXTURE.nango()));
				if (failure != null) {
					failures++;
					assertThat(texts(failure)).as(operation.toString()).isNotEmpty().noneMatch(this::tellsASecret);
				}
				assertThat(RECORDER.texts).as(operation.toString()).isNotEmpty().noneMatch(this::tellsASecret);
				RECORDER.texts.clear();
			}
		}
		assertThat(failures).isGreaterThan(OperationCatalog.all().size() * 10);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void noObservationOfACallThatSucceedsTellsASecret(Mode mode) {
		for (Operation operation : OperationCatalog.all()) {
			FIXTURE.server().resetAll();
			FIXTURE.answers(OperationTests.answer(operation));
			mode.call(operation, FIXTURE.nango());
			assertThat(RECORDER.texts).as(operation.toString()).anyMatch((text) -> text.equals(operation.name()));
			assertThat(RECORDER.texts).as(operation.toString()).noneMatch(this::tellsASecret);
			RECORDER.texts.clear();
		}
	}

	@Test
	void theGraphOfAnExceptionIsWalkedToItsEnd() {
		IllegalStateException failure = new IllegalStateException("outer", new RuntimeException("cause"));
		failure.addSuppressed(new RuntimeException("suppressed", new RuntimeException("below")));
		assertThat(texts(failure)).contains("outer", "cause", "suppressed", "below");
	}

	private boolean tellsASecret(String text) {
		return text.contains(SECRET) || SecretTests.SECRETS.stream().anyMatch(text::contains);
	}

	private static List<ResponseDefinitionBuilder> secretAnswers() {
		List<ResponseDefinitionBuilder> answers = new ArrayList<>();
		for (int status : new int[] { 400, 401, 403, 404, 424, 429, 500, 503 }) {
			answers.add(json(status, error("invalid_credentials")));
		}
		for (int status : new int[] { 424, 500 }) {
			answers.add(json(status, error(UPSTREAM, "script_http_error")));
		}
		for (String code : List.of("script_http_error", "unknown_connection", "too_many_request", "server_error",
				TestClients.KEY)) {
			answers.add(json(code.equals("too_many_request") ? 429 : 400, error(code)));
		}
		Stream
			.of("{\"connection_id\":[\"s3cr3t\"],\"data\":\"s3cr3t\",\"records\":\"s3cr3t\",\"token\":{\"s3cr3t\":1}}",
					"{\"data\":{\"s3cr3t\":", "\"s3cr3t\"", "[{\"name\":[\"s3cr3t\"]}]", "{\"a\":s3cr3t}", "s3cr3t")
			.forEach((body) -> answers.add(json(200, body)));
		answers.add(WireMock.ok("<html>s3cr3t").withHeader("Content-Type", "text/html"));
		answers.add(WireMock.aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/s3cr3t?a=s3cr3t"));
		answers.add(WireMock.aResponse().withStatus(502).withBody("s3cr3t").withHeader("X-Secret", SECRET));
		for (Fault fault : Fault.values()) {
			answers.add(WireMock.aResponse().withFault(fault).withBody(SECRET));
		}
		return answers;
	}

	private static String error(String code) {
		return error(ERROR, code);
	}

	private static String error(String template, String code) {
		return template.formatted(code, TestClients.KEY, TestClients.KEY, TestClients.KEY, TestClients.KEY);
	}

	private static ResponseDefinitionBuilder json(int status, String body) {
		return WireMock.aResponse()
			.withStatus(status)
			.withHeader("Content-Type", "application/json")
			.withHeader("Set-Cookie", "session=s3cr3t")
			.withBody(body);
	}

	/**
	 * Everything that anybody may print of an exception, of its causes and of what was
	 * suppressed for it.
	 */
	private static List<String> texts(Throwable failure) {
		List<String> texts = new ArrayList<>();
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		texts.add(trace.toString());
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
		while (!open.isEmpty()) {
			Throwable next = open.pop();
			if (seen.add(next)) {
				Stream.of(next.toString(), next.getMessage(), next.getLocalizedMessage())
					.map(String::valueOf)
					.forEach(texts::add);
				describe(next, texts);
				Stream.concat(Stream.ofNullable(next.getCause()), Arrays.stream(next.getSuppressed()))
					.forEach(open::push);
			}
		}
		return texts;
	}

	private static void describe(Throwable failure, List<String> texts) {
		if (failure instanceof NangoException nango) {
			texts.add(String.valueOf(nango.code()));
		}
		if (failure instanceof NangoApiException api) {
			texts.add(api.error() + " " + api.fieldErrors());
		}
	}

	private static ObservationRegistry registry() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(RECORDER);
		return registry;
	}

	/**
	 * Keeps all that a handler of observations may pass on.
	 */
	private static final class Recorder implements ObservationHandler<Observation.Context> {

		private final Queue<String> texts = new ConcurrentLinkedQueue<>();

		@Override
		public void onEvent(Observation.Event event, Observation.Context context) {
			this.texts.add(event.getName() + " " + event.getContextualName());
		}

		@Override
		public void onError(Observation.Context context) {
			record(context.getError());
		}

		@Override
		public void onStop(Observation.Context context) {
			this.texts.add(String.valueOf(context.getName()));
			this.texts.add(String.valueOf(context.getContextualName()));
			this.texts.add(context.toString());
			for (KeyValue keyValue : context.getAllKeyValues()) {
				this.texts.add(keyValue.getKey());
				this.texts.add(keyValue.getValue());
			}
			record(context.getError());
		}

		private void record(@Nullable Throwable error) {
			if (error != null) {
				this.texts.addAll(texts(error));
			}
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
