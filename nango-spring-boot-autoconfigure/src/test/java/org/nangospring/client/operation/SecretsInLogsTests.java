package org.nangospring.client.operation;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;
import org.nangospring.client.connection.NangoConnection;
import org.nangospring.client.integration.IntegrationCredentials;
import org.nangospring.client.integration.IntegrationInclude;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Runs everything with every logger at TRACE and looks for secrets in what was logged and
 * thrown.
 */
class SecretsInLogsTests {

	private static final String SECRET = "s3cr3t";

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture((builder) -> builder.retry((retry) -> retry.maxAttempts(2)));

	private final Recorder recorder = new Recorder();

	private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);

	private final List<Appender<ILoggingEvent>> others = new ArrayList<>();

	private @Nullable Level level;

	@BeforeEach
	void record() {
		this.level = this.root.getLevel();
		// everything would also go to the console, millions of lines of it
		this.root.iteratorForAppenders().forEachRemaining(this.others::add);
		this.others.forEach(this.root::detachAppender);
		this.recorder.setContext(this.root.getLoggerContext());
		this.recorder.start();
		this.root.addAppender(this.recorder);
		this.root.setLevel(Level.TRACE);
	}

	@AfterEach
	void stopRecording() {
		this.root.setLevel(this.level);
		this.root.detachAppender(this.recorder);
		this.others.forEach(this.root::addAppender);
	}

	@Test
	void noOperationLeavesTheKeyInTheLogWhateverTheAnswer() {
		for (Operation operation : OperationCatalog.all()) {
			for (Mode mode : Mode.values()) {
				answers(operation).forEach((answer) -> {
					FIXTURE.server().resetAll();
					FIXTURE.answers(answer);
					Throwable failure = catchThrowable(() -> mode.call(operation, FIXTURE.nango()));
					assertThat(trace(failure)).as(operation.name())
						.doesNotContain(TestClients.KEY)
						.doesNotContain("\nFORGED");
				});
			}
		}
		assertThat(this.recorder.lines).as("what the layers below have to say")
			.anyMatch((line) -> line.startsWith("reactor.netty."))
			.anyMatch((line) -> line.startsWith("org.springframework.web.reactive."))
			.anyMatch((line) -> line.startsWith("org.springframework.retry."));
		assertThat(this.recorder.lines).noneMatch((line) -> line.contains(TestClients.KEY));
	}

	@Test
	void whatIsSentAndAnsweredIsNotInTheLog() {
		calls().forEach((call) -> Stream.of(secretAnswers()).forEach((answer) -> {
			FIXTURE.server().resetAll();
			FIXTURE.answers(answer);
			Object[] result = new Object[1];
			Throwable failure = catchThrowable(() -> result[0] = call.on(FIXTURE.nango()));
			assertThat(trace(failure)).doesNotContain(SECRET).doesNotContain(TestClients.KEY);
			if (failure != null) {
				assertThat(failure).isInstanceOf(NangoException.class);
			}
		}));
		assertThat(this.recorder.lines).isNotEmpty().noneMatch((line) -> line.contains(SECRET));
	}

	@Test
	void theWiretapOfReactorNettyIsOffWhateverTheLevelOfItsLogger() {
		FIXTURE.answersJson("{\"data\":[]}");
		FIXTURE.nango().integrations().list();
		FIXTURE.nango().reactive().integrations().list().block();
		assertThat(this.recorder.lines).anyMatch((line) -> line.startsWith("reactor.netty.http.client."))
			.noneMatch(SecretsInLogsTests::isDump)
			.noneMatch((line) -> line.contains("Authorization") && line.contains("Bearer"));
	}

	@Test
	void whoeverSwitchesTheWiretapOnLogsEveryByteAndWithThemTheKey() {
		FIXTURE.answersJson("{\"data\":[]}");
		try (NangoClient tapped = NangoClient.builder()
			.secretKey(TestClients.KEY)
			.host(FIXTURE.server().baseUrl())
			.httpClient((client) -> client.wiretap(true))
			.build()) {
			tapped.integrations().list();
		}
		assertThat(this.recorder.lines).anyMatch(SecretsInLogsTests::isDump);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https", "http" })
	void thePasswordOfTheHttpProxyIsNotInTheLog(String scheme) throws IOException {
		String sent = Base64.getEncoder().encodeToString(("anna:" + SECRET).getBytes(StandardCharsets.US_ASCII));
		try (RawServer proxy = RawServer
			.answering("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
				NangoClient nango = NangoClient.builder()
					.secretKey(TestClients.KEY)
					.host(scheme + "://nango.example")
					.httpProxy((options) -> options.address("127.0.0.1", proxy.port()).credentials("anna", SECRET))
					.build()) {
			assertThat(trace(catchThrowable(() -> nango.integrations().list()))).contains("407")
				.doesNotContain(SECRET)
				.doesNotContain(sent);
			assertThat(proxy.requests()).singleElement().asString().contains(sent);
			assertThat(nango.toString()).doesNotContain(SECRET);
		}
		assertThat(this.recorder.lines).isNotEmpty()
			.noneMatch((line) -> line.contains(SECRET) || line.contains(sent) || line.contains(TestClients.KEY));
	}

	private static Stream<ResponseDefinitionBuilder> answers(Operation operation) {
		Stream<ResponseDefinitionBuilder> errors = Stream.of(ErrorShape.values()).map(ErrorShape::answer);
		Stream<ResponseDefinitionBuilder> others = Stream.of(OperationTests.answer(operation),
				json(401,
						"{\"error\":{\"code\":\"unknown_account\",\"message\":\"Not a key: " + TestClients.KEY
								+ "\"}}"),
				json(400,
						"{\"error\":{\"code\":\"bad\\nFORGED " + TestClients.KEY + "\",\"errors\":[{\"code\":\"x "
								+ TestClients.KEY + "\",\"path\":[\"a\\nFORGED " + TestClients.KEY
								+ "\"],\"message\":\"" + TestClients.KEY + "\"}]}}"),
				json(200, "{\"key\":\"" + TestClients.KEY + "\""), json(200, "\"" + TestClients.KEY + "\""),
				WireMock.ok(TestClients.KEY).withHeader("Content-Type", "text/html"),
				WireMock.aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/" + TestClients.KEY),
				WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		return Stream.concat(errors, others);
	}

	/**
	 * Answers full of secrets: a good one, and ones that fail in every way a body can.
	 */
	private static ResponseDefinitionBuilder[] secretAnswers() {
		String good = """
				{"connection_id":"c","provider_config_key":"github","provider":"github",
				"unique_key":"github","syncs":[],"records":[],"next_cursor":null,
				"metadata":{"a":"s3cr3t","number":"s3cr3t"},"connection_config":{"oauth_client_secret":"s3cr3t"},
				"credentials":{"type":"OAUTH2","access_token":"s3cr3t","refresh_token":"s3cr3t","raw":{"x":"s3cr3t"}},
				"data":{"unique_key":"github","provider":"github","credentials":{"type":"OAUTH2","client_secret":"s3cr3t"}}}""";
		String wrongTypes = """
				{"connection_id":["s3cr3t"],"provider_config_key":{"a":"s3cr3t"},"credentials":"s3cr3t","data":"s3cr3t",
				"records":"s3cr3t","number":"s3cr3t"}""";
		String error = """
				{"error":{"code":"invalid_credentials","message":"refused","payload":{"connection":{"credentials":"s3cr3t"}}}}""";
		String upstream = """
				{"error":{"code":"script_http_error","payload":{"a":"s3cr3t"},
				"upstream":{"status":401,"headers":{"authorization":"s3cr3t"},"body":"s3cr3t"}}}""";
		return new ResponseDefinitionBuilder[] { json(200, good), json(200, wrongTypes), json(200, "\"s3cr3t\""),
				json(200, "[{\"name\":\"s3cr3t\",\"value\":[\"s3cr3t\"]}]"), json(200, "{\"a\":\"s3cr3t"),
				json(200, "{\"a\":s3cr3t}"), json(424, error), json(424, upstream),
				WireMock.aResponse().withStatus(200).withBody("s3cr3t").withHeader("Content-Type", "text/plain"),
				WireMock.aResponse().withStatus(500).withBody("s3cr3t").withHeader("X-Secret", "s3cr3t"),
				WireMock.aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK) };
	}

	private static ResponseDefinitionBuilder json(int status, String body) {
		return WireMock.aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body);
	}

	private static List<Call> calls() {
		Map<String, Object> secrets = Map.of("password", SECRET);
		return List.of((nango) -> connection(nango).get(), (nango) -> connection(nango).token(),
				(nango) -> connection(nango).rawTokenResponse(), (nango) -> connection(nango).metadata(Numbers.class),
				(nango) -> run(() -> connection(nango).setMetadata(secrets)),
				(nango) -> run(() -> connection(nango).updateMetadata(secrets)),
				(nango) -> connection(nango).records("Issue", Numbers.class).page(),
				(nango) -> connection(nango).actions().trigger("a", secrets, Numbers.class),
				(nango) -> connection(nango).proxy()
					.post("/x")
					.header("X-Secret", SECRET)
					.body(secrets)
					.exchange(Numbers.class),
				(nango) -> nango.environment().variables(),
				(nango) -> nango.integrations().get("github", IntegrationInclude.CREDENTIALS),
				(nango) -> nango.integrations()
					.create("github", "github", (i) -> i.credentials(IntegrationCredentials.oauth2("id", SECRET))),
				(nango) -> nango.reactive().connection("github", "c").get().block(),
				(nango) -> nango.reactive().connection("github", "c").metadata(Numbers.class).block());
	}

	/**
	 * A dump shows 16 bytes a line, where no search for a key would find it.
	 */
	private static boolean isDump(String line) {
		return line.contains("|00000000|");
	}

	private static NangoConnection connection(NangoClient nango) {
		return nango.connection("github", "c");
	}

	private static @Nullable Object run(Runnable runnable) {
		runnable.run();
		return null;
	}

	/**
	 * Everything a stack trace would show, causes and suppressed ones included.
	 */
	private static String trace(@Nullable Throwable failure) {
		if (failure == null) {
			return "";
		}
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return trace.toString();
	}

	private interface Call {

		@Nullable Object on(NangoClient nango);

	}

	record Numbers(int number) {
	}

	/**
	 * Keeps what anybody but the server of the test logs.
	 */
	private static final class Recorder extends AppenderBase<ILoggingEvent> {

		/** Event loops may still log while a test looks. */
		private final Queue<String> lines = new ConcurrentLinkedQueue<>();

		@Override
		protected void append(ILoggingEvent event) {
			String logger = event.getLoggerName();
			if (logger.startsWith("wiremock.") || logger.startsWith("org.eclipse.jetty")) {
				return;
			}
			String line = logger + " " + event.getFormattedMessage() + " " + ((event.getThrowableProxy() != null)
					? ThrowableProxyUtil.asString(event.getThrowableProxy()) : "");
			this.lines.add(line);
		}

	}

}
