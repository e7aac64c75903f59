package org.nangospring.client.action;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.NangoRequestBuilder;
import org.nangospring.client.http.ResponseReader;
import org.nangospring.client.http.WaitFor;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpMethod;

/**
 * The requests about actions of one connection.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id
 * @param timeout a limit in place of those of the client, or null
 */
record ActionRequests(String integrationId, String connectionId, @Nullable Duration timeout) {

	private static final JavaType ASYNC = NangoJson.instance().type(AsyncAction.class);

	<T> NangoRequest<T> trigger(String action, @Nullable Object input, Type type) {
		return triggering("actions.trigger", action, input)
			.reading(ResponseReader.nullableJson(NangoJson.instance().type(type)));
	}

	NangoRequest<AsyncAction> triggerAsync(String action, @Nullable Object input, int maxRetries) {
		Arguments.range(maxRetries, 0, 100, "number of retries");
		return triggering("actions.triggerAsync", action, input).header("X-Async", "true")
			.header("X-Max-Retries", (maxRetries > 0) ? Integer.toString(maxRetries) : null)
			.reading(ResponseReader.json(ASYNC));
	}

	private NangoRequestBuilder triggering(String operation, String action, @Nullable Object input) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("action_name", Arguments.id(action, "action"));
		if (input != null) {
			body.put("input", input);
		}
		// an action does something at a provider: it is never repeated on a doubt
		return NangoRequest.of(operation, HttpMethod.POST)
			.path("/action/trigger")
			.connectionHeaders(this.integrationId, this.connectionId)
			.timeout(this.timeout)
			.json(body);
	}

	static <T> NangoRequest<T> result(AsyncAction action, Type type) {
		return NangoRequest.of("actionResults.get", HttpMethod.GET)
			.path("/action")
			.segment("actionId", Arguments.required(action, "action").id())
			.absentIsNull()
			.reading(ResponseReader.nullableJson(NangoJson.instance().type(type)));
	}

	static <T> WaitFor<T> awaiting(AsyncAction action, Type type, Duration timeout) {
		return new WaitFor<>("actionResults.await", result(action, type), timeout,
				"the action has no output yet. It is still running, or it returned nothing, or Nango does not know it.");
	}

}
