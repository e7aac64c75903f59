package org.nangospring.client.action;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.ResponseReader;

import org.springframework.http.HttpMethod;

/**
 * The requests about actions of one connection.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id
 */
record ActionRequests(String integrationId, String connectionId) {

	<T> NangoRequest<T> trigger(String action, @Nullable Object input, Type type) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("action_name", Arguments.id(action, "action"));
		if (input != null) {
			body.put("input", input);
		}
		// an action does something at a provider: it is never repeated on a doubt
		return NangoRequest.of("actions.trigger", HttpMethod.POST)
			.path("/action/trigger")
			.connectionHeaders(this.integrationId, this.connectionId)
			.json(body)
			.reading(ResponseReader.nullableJson(NangoJson.instance().type(type)));
	}

}
