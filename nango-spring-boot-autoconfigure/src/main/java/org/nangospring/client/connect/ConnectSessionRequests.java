package org.nangospring.client.connect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.ResponseReader;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpMethod;

final class ConnectSessionRequests {

	private static final JavaType SESSION = NangoJson.instance().type(ConnectSessionData.One.class);

	private static final JavaType INFO = NangoJson.instance().type(ConnectSessionInfoData.One.class);

	private ConnectSessionRequests() {
	}

	static NangoRequest<ConnectSession> create(Consumer<ConnectSessionSettings> customizer) {
		// creates something, so it is not repeated on a doubt
		return NangoRequest.of("connectSessions.create", HttpMethod.POST)
			.path("/connect/sessions")
			.json(settings(customizer))
			.reading(reader());
	}

	static NangoRequest<ConnectSession> reconnect(String integrationId, String connectionId,
			Consumer<ConnectSessionSettings> customizer) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("integration_id", Arguments.id(integrationId, "integration id"));
		body.put("connection_id", Arguments.id(connectionId, "connection id"));
		body.putAll(settings(customizer));
		if (body.containsKey("allowed_integrations")) {
			throw new IllegalArgumentException(
					"A session to reconnect is for one integration: leave allowedIntegrations out");
		}
		return NangoRequest.of("connectSessions.reconnect", HttpMethod.POST)
			.path("/connect/sessions/reconnect")
			.integration(integrationId)
			.json(body)
			.reading(reader());
	}

	static NangoRequest<ConnectSessionInfo> get(String token) {
		ResponseReader<ConnectSessionInfoData.One> reader = ResponseReader.json(INFO);
		return NangoRequest.of("connectSessions.get", HttpMethod.GET)
			.path("/connect/session")
			.bearer(token)
			.reading(reader.map(ConnectSessionInfoData.One::data));
	}

	static NangoRequest<Void> delete(String token) {
		// not safe to repeat: if only the answer was lost, the second attempt would say
		// that there is no such session
		return NangoRequest.of("connectSessions.delete", HttpMethod.DELETE)
			.path("/connect/session")
			.bearer(token)
			.reading(ResponseReader.success());
	}

	private static Map<String, Object> settings(Consumer<ConnectSessionSettings> customizer) {
		ConnectSessionSettings settings = new ConnectSessionSettings();
		customizer.accept(settings);
		return settings.body();
	}

	private static ResponseReader<ConnectSession> reader() {
		ResponseReader<ConnectSessionData.One> reader = ResponseReader.json(SESSION);
		return reader.map(ConnectSessionData.One::data);
	}

}
