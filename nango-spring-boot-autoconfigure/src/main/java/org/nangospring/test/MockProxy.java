package org.nangospring.test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What a provider answers to a call through Nango's proxy. Each answer that is added to
 * the same object is for one more call, and the last one stays.
 * <p>
 * Nango changes answers on their way: 201 becomes 200, and of the headers of a success
 * only {@code Content-Type}, {@code X-Request-Id}, {@code X-Correlation-Id} and
 * {@code Mcp-Session-Id} get through, unless the provider's answer is {@link #chunked()}.
 */
public final class MockProxy {

	private static final Set<String> PASSED = Set.of("content-type", "x-request-id", "x-correlation-id",
			"mcp-session-id");

	private final MockScripts scripts;

	private final HttpMethod method;

	private final PathPattern path;

	private final Map<String, String> query = new LinkedHashMap<>();

	private final AnswerQueue answers = new AnswerQueue();

	private final HttpHeaders headers = new HttpHeaders();

	private boolean chunked;

	MockProxy(MockScripts scripts, HttpMethod method, String path) {
		this.scripts = scripts;
		this.method = Arguments.required(method, "method");
		String text = Arguments.text(path, "path");
		this.path = PathPatternParser.defaultInstance.parse(text.startsWith("/") ? text : "/" + text);
	}

	/**
	 * Answers only calls with a parameter.
	 * @param name the name
	 * @param value the value
	 * @return the same call
	 */
	public MockProxy query(String name, Object value) {
		this.query.put(Arguments.text(name, "parameter"), String.valueOf(value));
		return this;
	}

	/**
	 * Adds a header to the answers that follow.
	 * @param name the name
	 * @param values the values
	 * @return the same call
	 */
	public MockProxy header(String name, String... values) {
		this.headers.put(name, Arrays.asList(values));
		return this;
	}

	/**
	 * Lets the provider send its answers in chunks, which Nango passes on with their
	 * status and all their headers.
	 * @return the same call
	 */
	public MockProxy chunked() {
		this.chunked = true;
		return this;
	}

	/**
	 * Answers 200.
	 * @param body the body, written as JSON
	 * @return the same call
	 */
	public MockProxy answers(@Nullable Object body) {
		return answers(200, body);
	}

	/**
	 * Answers with a status.
	 * @param status the status
	 * @param body the body, written as JSON
	 * @return the same call
	 */
	public MockProxy answers(int status, @Nullable Object body) {
		return add(status, MediaType.APPLICATION_JSON, MockJson.bytes(MockJson.of(body)));
	}

	/**
	 * Answers with JSON.
	 * @param status the status
	 * @param json the body
	 * @return the same call
	 */
	public MockProxy answersJson(int status, String json) {
		return add(status, MediaType.APPLICATION_JSON, json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Answers with anything.
	 * @param status the status
	 * @param type what the body is
	 * @param body the body
	 * @return the same call
	 */
	public MockProxy answersBytes(int status, MediaType type, byte[] body) {
		return add(status, type, body.clone());
	}

	/**
	 * Answers without a body.
	 * @param status the status
	 * @return the same call
	 */
	public MockProxy answersStatus(int status) {
		return add(status, null, new byte[0]);
	}

	/**
	 * Answers 200 with what depends on the call.
	 * @param body makes the body out of the call
	 * @return the same call
	 */
	public MockProxy answersWith(Function<NangoCall, ? extends @Nullable Object> body) {
		Arguments.required(body, "function");
		HttpHeaders sent = headers(MediaType.APPLICATION_JSON);
		boolean inChunks = this.chunked;
		return add((call) -> passedOn(200, sent, MockJson.bytes(MockJson.of(body.apply(call))), inChunks));
	}

	/**
	 * Lets the provider close the connection without an answer, which Nango answers with
	 * 500.
	 * @return the same call
	 */
	public MockProxy breaks() {
		return add((call) -> MockAnswer.json(500,
				MockJson.object()
					.put("message", "socket hang up")
					.put("code", "ECONNRESET")
					.put("method", call.method().toLowerCase(Locale.ROOT))));
	}

	boolean matches(NangoCall call, String calledPath) {
		return this.method.name().equals(call.method()) && this.path.matches(PathContainer.parsePath(calledPath))
				&& this.query.entrySet()
					.stream()
					.allMatch((entry) -> entry.getValue().equals(call.query(entry.getKey())));
	}

	MockAnswer answer(NangoCall call) {
		return this.answers.next().apply(call);
	}

	private MockProxy add(int status, @Nullable MediaType type, byte[] body) {
		Arguments.range(status, 200, 599, "status");
		MockAnswer answer = passedOn(status, headers(type), body, this.chunked);
		return add((call) -> answer);
	}

	private HttpHeaders headers(@Nullable MediaType type) {
		HttpHeaders sent = HttpHeaders.copyOf(this.headers);
		if (type != null && sent.getContentType() == null) {
			sent.setContentType(type);
		}
		return sent;
	}

	private static MockAnswer passedOn(int status, HttpHeaders headers, byte[] body, boolean chunked) {
		if (chunked || status >= 300) {
			return new MockAnswer(status, headers, body, null);
		}
		HttpHeaders passed = new HttpHeaders();
		headers.forEach((name, values) -> {
			if (PASSED.contains(name.toLowerCase(Locale.ROOT))) {
				passed.put(name, values);
			}
		});
		return new MockAnswer((status == 204) ? 204 : 200, passed, body, null);
	}

	private MockProxy add(Function<NangoCall, MockAnswer> answer) {
		boolean first = this.answers.isEmpty();
		this.answers.add(answer);
		if (first) {
			this.scripts.set(this);
		}
		return this;
	}

}
