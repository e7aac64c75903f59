package org.nangospring.test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoJson;
import tools.jackson.databind.JsonNode;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * A call that a {@link NangoMock} got. Each attempt of the client is a call.
 */
public final class NangoCall {

	private static final int SHOWN = 300;

	private final LoggedRequest request;

	private final MultiValueMap<String, String> query;

	private final String path;

	private final int status;

	private NangoCall(LoggedRequest request, int status) {
		this.request = request;
		this.status = status;
		String url = request.getUrl();
		int question = url.indexOf('?');
		this.path = (question < 0) ? url : url.substring(0, question);
		this.query = (question < 0) ? new LinkedMultiValueMap<>() : parameters(url.substring(question + 1));
	}

	static NangoCall of(LoggedRequest request) {
		return new NangoCall(request, 0);
	}

	static NangoCall of(ServeEvent event) {
		boolean broken = event.getResponse() == null || event.getResponse().getFault() != null;
		return new NangoCall(event.getRequest(), broken ? 0 : event.getResponse().getStatus());
	}

	/**
	 * The method.
	 * @return for example {@code GET}
	 */
	public String method() {
		return this.request.getMethod().getName();
	}

	/**
	 * The path as it was sent.
	 * @return for example {@code /connections/c1} or {@code /proxy/user}, encoded and
	 * without the query
	 */
	public String path() {
		return this.path;
	}

	/**
	 * A parameter of the query.
	 * @param name the name
	 * @return its first value, or null when there is none
	 */
	public @Nullable String query(String name) {
		return this.query.getFirst(name);
	}

	/**
	 * A header.
	 * @param name the name, in any case
	 * @return its first value, or null when there is none
	 */
	public @Nullable String header(String name) {
		return this.request.getHeader(name);
	}

	/**
	 * The integration that the call was about.
	 * @return the integration id, or null when it names none
	 */
	public @Nullable String integrationId() {
		return named("Provider-Config-Key", "provider_config_key");
	}

	/**
	 * The connection that the call was about.
	 * @return the connection id, or null when it names none
	 */
	public @Nullable String connectionId() {
		String named = named("Connection-Id", "connection_id");
		if (named == null && this.path.startsWith("/connections/") && integrationId() != null) {
			return UriUtils.decode(this.path.substring("/connections/".length()), StandardCharsets.UTF_8);
		}
		return named;
	}

	/**
	 * The action that was triggered.
	 * @return the name, or null when the call triggered none
	 */
	public @Nullable String action() {
		return this.path.equals("/action/trigger") ? text("action_name") : null;
	}

	/**
	 * The input of the action that was triggered.
	 * @param <T> the type to read
	 * @param type the type to read
	 * @return the input, or null when there was none
	 * @throws RuntimeException if the input does not fit the type
	 */
	public <T> @Nullable T input(Class<T> type) {
		JsonNode input = input();
		return (input != null) ? NangoJson.instance().convert(input, NangoJson.instance().type(type)) : null;
	}

	/**
	 * The body.
	 * @return the body as text, empty when there was none
	 */
	public String body() {
		return this.request.getBodyAsString();
	}

	/**
	 * The body, read as JSON.
	 * @param <T> the type to read
	 * @param type the type to read
	 * @return the body, or null when it is {@code null} in JSON
	 * @throws RuntimeException if the body is no JSON or does not fit the type
	 */
	public <T> @Nullable T body(Class<T> type) {
		return NangoJson.instance().read(this.request.getBody(), NangoJson.instance().type(type));
	}

	/**
	 * What the call was answered with.
	 * @return the status, or 0 when its connection was broken or it has no answer yet
	 */
	public int status() {
		return this.status;
	}

	MultiValueMap<String, String> query() {
		return this.query;
	}

	@Nullable JsonNode json() {
		return MockJson.parseOrNull(this.request.getBody());
	}

	@Nullable JsonNode input() {
		JsonNode body = json();
		return (action() != null && body != null) ? body.get("input") : null;
	}

	/**
	 * A text of the body.
	 */
	@Nullable String text(String field) {
		JsonNode body = json();
		JsonNode value = (body != null) ? body.get(field) : null;
		return (value != null && value.isString()) ? value.asString() : null;
	}

	/**
	 * The call in one line. The key is not in it.
	 */
	@Override
	public String toString() {
		StringBuilder line = new StringBuilder(method()).append(' ').append(decoded(this.request.getUrl()));
		if (integrationId() != null) {
			line.append(" of ").append(integrationId());
			line.append((connectionId() != null) ? "/" + connectionId() : "");
		}
		String body = body();
		if (!body.isEmpty()) {
			line.append(' ').append((body.length() > SHOWN) ? body.substring(0, SHOWN) + "…" : body);
		}
		return line.append((this.status > 0) ? " -> " + this.status : "").toString();
	}

	private @Nullable String named(String header, String field) {
		String value = header(header);
		if (value == null) {
			value = query(field);
		}
		return (value != null) ? value : text(field);
	}

	private static MultiValueMap<String, String> parameters(String query) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		for (String pair : List.of(query.split("&"))) {
			int equals = pair.indexOf('=');
			parameters.add(decoded((equals < 0) ? pair : pair.substring(0, equals)),
					(equals < 0) ? "" : decoded(pair.substring(equals + 1)));
		}
		return parameters;
	}

	static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
