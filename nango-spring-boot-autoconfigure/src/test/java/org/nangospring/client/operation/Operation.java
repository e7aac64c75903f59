package org.nangospring.client.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;
import org.reactivestreams.Publisher;

/**
 * One way to call an operation: how it is called, what has to arrive at the server, what
 * the server answers, and what has to come out.
 */
public final class Operation {

	private final String name;

	private final String description;

	private Function<NangoClient, @Nullable Object> blocking = (client) -> null;

	private Function<ReactiveNangoClient, Publisher<?>> reactive = (client) -> {
		throw new IllegalStateException("No reactive call");
	};

	private String method = "";

	private String url = "";

	private final Map<String, String> headers = new LinkedHashMap<>();

	private @Nullable String body;

	private boolean safe;

	private boolean proxy;

	private boolean nangoRepeats;

	private boolean absentIsNoError;

	private String bearer = TestClients.KEY;

	private Expects expects = Expects.OBJECT;

	private int status = 200;

	private @Nullable String answer;

	private String answerType = "application/json; charset=utf-8";

	private Consumer<@Nullable Object> check = (result) -> {
	};

	private Operation(String name, String description) {
		this.name = name;
		this.description = description;
	}

	static Operation of(String name, String description) {
		return new Operation(name, description);
	}

	Operation blocking(Function<NangoClient, @Nullable Object> call) {
		this.blocking = call;
		return this;
	}

	/**
	 * A blocking call without a result.
	 */
	Operation blockingVoid(Consumer<NangoClient> call) {
		return blocking((client) -> {
			call.accept(client);
			return null;
		});
	}

	Operation reactive(Function<ReactiveNangoClient, Publisher<?>> call) {
		this.reactive = call;
		return this;
	}

	Operation sends(String sentMethod, String rawUrl) {
		this.method = sentMethod;
		this.url = rawUrl;
		return this;
	}

	Operation header(String headerName, String value) {
		this.headers.put(headerName, value);
		return this;
	}

	/**
	 * The headers that name a connection where the path does not.
	 */
	Operation connectionHeaders() {
		return header("Provider-Config-Key", "github").header("Connection-Id", "conn-1");
	}

	Operation body(String json) {
		this.body = json;
		return this;
	}

	/**
	 * Twice is as good as once, so a passing failure is tried again.
	 */
	Operation safe() {
		this.safe = true;
		return this;
	}

	/**
	 * Goes to the provider behind Nango.
	 */
	Operation proxy() {
		this.proxy = true;
		return this;
	}

	/**
	 * Nango itself tries the provider again: attempts here would multiply with those.
	 */
	Operation nangoRepeats() {
		this.nangoRepeats = true;
		return this;
	}

	/**
	 * Where "there is no such thing" is an answer like another.
	 */
	Operation absentIsNoError() {
		this.absentIsNoError = true;
		return this;
	}

	/**
	 * Sent instead of the key.
	 */
	Operation bearer(String token) {
		this.bearer = token;
		return this;
	}

	Operation expects(Expects expected) {
		this.expects = expected;
		return this;
	}

	Operation answered(int answeredStatus, @Nullable String json) {
		this.status = answeredStatus;
		this.answer = json;
		return this;
	}

	Operation answerType(String type) {
		this.answerType = type;
		return this;
	}

	Operation checks(Consumer<@Nullable Object> assertion) {
		this.check = assertion;
		return this;
	}

	public String name() {
		return this.name;
	}

	Function<NangoClient, @Nullable Object> blocking() {
		return this.blocking;
	}

	Function<ReactiveNangoClient, Publisher<?>> reactive() {
		return this.reactive;
	}

	String method() {
		return this.method;
	}

	String url() {
		return this.url;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	@Nullable String body() {
		return this.body;
	}

	boolean isSafe() {
		return this.safe;
	}

	public boolean isProxy() {
		return this.proxy;
	}

	boolean isAbsentNoError() {
		return this.absentIsNoError;
	}

	String bearer() {
		return this.bearer;
	}

	public Expects expects() {
		return this.expects;
	}

	public int status() {
		return this.status;
	}

	public @Nullable String answer() {
		return this.answer;
	}

	public String answerType() {
		return this.answerType;
	}

	Consumer<@Nullable Object> check() {
		return this.check;
	}

	/**
	 * How often a failure that may pass is attempted with four attempts allowed.
	 * @param ofProvider whether it is the provider's failure
	 */
	int attemptsOnPassingFailure(boolean ofProvider) {
		if (ofProvider && this.nangoRepeats) {
			return 1;
		}
		return this.safe ? 4 : 1;
	}

	@Override
	public String toString() {
		return this.name + ", " + this.description;
	}

	/**
	 * What an answer has to be.
	 */
	public enum Expects {

		/** An object with fields that have to be there. */
		OBJECT,

		/** A list. */
		ARRAY,

		/** An object that is only looked at for "success". */
		SUCCESS,

		/** An object or null. */
		OBJECT_OR_NULL,

		/** Any JSON at all. */
		ANY_JSON,

		/** Any bytes at all. */
		ANYTHING

	}

}
