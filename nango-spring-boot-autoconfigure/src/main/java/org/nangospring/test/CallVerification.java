package org.nangospring.test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Checks what a {@link NangoMock} was called for. Methods narrow the calls down, count
 * them, or do both; each answers the calls that are left. <pre class="code">
 * nangoMock.verify().action("create-issue").calledOnce().withInput(Map.of("title", "New"));
 * nangoMock.verify().connection("github", "c1").proxy(HttpMethod.GET, "/user").called(2);
 * nangoMock.verify().call(HttpMethod.DELETE, "/connections/c1").neverCalled();
 * </pre>
 */
public final class CallVerification {

	private final List<NangoCall> all;

	private final List<NangoCall> left;

	private final List<String> description;

	CallVerification(List<NangoCall> all, List<NangoCall> left, List<String> description) {
		this.all = all;
		this.left = left;
		this.description = description;
	}

	/**
	 * Narrows down to those that triggered an action.
	 * @param name the name
	 * @return those calls
	 */
	public CallVerification action(String name) {
		return narrow("the action \"" + name + "\"", (call) -> name.equals(call.action()));
	}

	/**
	 * Narrows down to those that triggered a sync by its name.
	 * @param name the name
	 * @return those calls
	 */
	public CallVerification syncTrigger(String name) {
		return narrow("the trigger of the sync \"" + name + "\"",
				(call) -> call.path().equals("/sync/trigger") && names(call, name));
	}

	/**
	 * Narrows down to those of a connection.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return those calls
	 */
	public CallVerification connection(String integrationId, String connectionId) {
		return narrow("the connection " + integrationId + "/" + connectionId,
				(call) -> integrationId.equals(call.integrationId()) && connectionId.equals(call.connectionId()));
	}

	/**
	 * Narrows down to those that went through the proxy.
	 * @param method the method
	 * @param path the path of the provider without query; it may have patterns, as in
	 * {@link NangoMock#proxy}
	 * @return those calls
	 */
	public CallVerification proxy(HttpMethod method, String path) {
		return call(method, ProxyEndpoint.PREFIX + (path.startsWith("/") ? path : "/" + path));
	}

	/**
	 * Narrows down to those of a path of Nango's API.
	 * @param method the method
	 * @param path the path without query, such as {@code /records}; it may have patterns,
	 * such as {@code /connections/{id}}
	 * @return those calls
	 */
	public CallVerification call(HttpMethod method, String path) {
		PathPattern pattern = PathPatternParser.defaultInstance.parse(path);
		return narrow(method + " " + path,
				(call) -> method.name().equals(call.method()) && pattern.matches(PathContainer.parsePath(call.path())));
	}

	/**
	 * Narrows down to those with a parameter, and fails if there are none.
	 * @param name the name
	 * @param value the value
	 * @return those calls
	 * @throws AssertionError if there are none
	 */
	public CallVerification withQuery(String name, Object value) {
		return narrow("with " + name + "=" + value, (call) -> {
			List<String> values = call.query().get(name);
			return values != null && values.contains(String.valueOf(value));
		}).called();
	}

	/**
	 * Narrows down to those with a header, and fails if there are none.
	 * @param name the name
	 * @param value the value
	 * @return those calls
	 * @throws AssertionError if there are none
	 */
	public CallVerification withHeader(String name, String value) {
		return narrow("with " + name + ": " + value, (call) -> value.equals(call.header(name))).called();
	}

	/**
	 * Narrows down to those that gave an action this input, and fails if there are none.
	 * @param input the input, compared as JSON; null for none
	 * @return those calls
	 * @throws AssertionError if there are none
	 */
	public CallVerification withInput(@Nullable Object input) {
		return withInput((input != null) ? MockJson.of(input) : null);
	}

	/**
	 * Narrows down to those that gave an action this input, and fails if there are none.
	 * @param json the input as JSON; the order of fields does not matter
	 * @return those calls
	 * @throws AssertionError if there are none
	 * @throws IllegalArgumentException if the text is no JSON
	 */
	public CallVerification withInputJson(String json) {
		return withInput(MockJson.parse(json));
	}

	/**
	 * Narrows down to those with this body, and fails if there are none.
	 * @param body the body, compared as JSON
	 * @return those calls
	 * @throws AssertionError if there are none
	 */
	public CallVerification withBody(Object body) {
		JsonNode expected = MockJson.of(body);
		return narrow("with body " + expected, (call) -> expected.equals(call.json())).called();
	}

	/**
	 * Checks that there is one.
	 * @return the call
	 * @throws AssertionError if there is none or more
	 */
	public CallVerification calledOnce() {
		return called(1);
	}

	/**
	 * Checks how many there are.
	 * @param times how many there have to be
	 * @return the calls
	 * @throws AssertionError if there are less or more
	 */
	public CallVerification called(int times) {
		return check(this.left.size() == times, CallFailure.times(times));
	}

	/**
	 * Checks that there is one or more.
	 * @return the calls
	 * @throws AssertionError if there are none
	 */
	public CallVerification called() {
		return check(!this.left.isEmpty(), "called");
	}

	/**
	 * Checks that there are none.
	 * @throws AssertionError if there are
	 */
	public void neverCalled() {
		check(this.left.isEmpty(), CallFailure.times(0));
	}

	/**
	 * The calls that are left.
	 * @return the calls, the earliest one first
	 */
	public List<NangoCall> calls() {
		return List.copyOf(this.left);
	}

	private CallVerification withInput(@Nullable JsonNode expected) {
		return narrow("with input " + expected,
				(call) -> (expected != null) ? expected.equals(call.input()) : call.input() == null)
			.called();
	}

	private CallVerification narrow(String what, Predicate<NangoCall> filter) {
		List<String> more = new ArrayList<>(this.description);
		more.add(what);
		return new CallVerification(this.all, this.left.stream().filter(filter).toList(), more);
	}

	private CallVerification check(boolean right, String expected) {
		if (!right) {
			throw new CallFailure(this.description, this.all, this.left).expected(expected);
		}
		return this;
	}

	private static boolean names(NangoCall call, String sync) {
		JsonNode body = call.json();
		if (body != null) {
			for (JsonNode named : body.path("syncs")) {
				String name = named.isString() ? named.asString()
						: named.path("name").asString() + "::" + named.path("variant").asString();
				if (name.equals(sync)) {
					return true;
				}
			}
		}
		return false;
	}

}
