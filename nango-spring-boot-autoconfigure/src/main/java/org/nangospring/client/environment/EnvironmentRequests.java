package org.nangospring.client.environment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.ResponseReader;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpMethod;

final class EnvironmentRequests {

	private static final JavaType VARIABLES = NangoJson.instance().type(EnvironmentVariableData[].class);

	private static final JavaType SIGNING_KEY = NangoJson.instance().type(WebhookSigningKeyData.One.class);

	private static final JavaType ENVIRONMENT = NangoJson.instance().type(EnvironmentSummaryData.One.class);

	private static final JavaType API_KEY = NangoJson.instance().type(ApiKeyData.One.class);

	private EnvironmentRequests() {
	}

	static NangoRequest<List<EnvironmentVariable>> variables() {
		ResponseReader<EnvironmentVariableData[]> reader = ResponseReader.json(VARIABLES);
		return NangoRequest.of("environment.variables", HttpMethod.GET)
			.path("/environment-variables")
			.reading(reader.map((variables) -> Answers.items(Arrays.asList(variables))));
	}

	static NangoRequest<WebhookSigningKey> rotateWebhookSigningKey() {
		// a second rotation would make a key that nobody has seen the one before the
		// current
		ResponseReader<WebhookSigningKeyData.One> reader = ResponseReader.json(SIGNING_KEY);
		return NangoRequest.of("environment.rotateWebhookSigningKey", HttpMethod.POST)
			.path("/environment/webhook-signing-key/rotate")
			.reading(reader.map(WebhookSigningKeyData.One::data));
	}

	static NangoRequest<EnvironmentSummary> create(String name, Consumer<EnvironmentSettings> customizer) {
		EnvironmentSettings settings = new EnvironmentSettings();
		customizer.accept(settings);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("name", Arguments.text(name, "name"));
		body.putAll(settings.body());
		ResponseReader<EnvironmentSummaryData.One> reader = ResponseReader.json(ENVIRONMENT);
		return NangoRequest.of("environments.create", HttpMethod.POST)
			.path("/environments")
			.json(body)
			.reading(reader.map(EnvironmentSummaryData.One::data));
	}

	static NangoRequest<Void> delete(long environmentId) {
		return NangoRequest.of("environments.delete", HttpMethod.DELETE)
			.path("/environments")
			.segment("environmentId", Long.toString(environmentId))
			.reading(ResponseReader.success());
	}

	static NangoRequest<ApiKey> createApiKey(long environmentId, String displayName) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("environment_id", environmentId);
		body.put("display_name", Arguments.text(displayName, "display name"));
		ResponseReader<ApiKeyData.One> reader = ResponseReader.json(API_KEY);
		return NangoRequest.of("environments.createApiKey", HttpMethod.POST)
			.path("/environment/api-keys")
			.json(body)
			.reading(reader.map(ApiKeyData.One::data));
	}

	static NangoRequest<Void> deleteApiKey(long environmentId, long keyId) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("environment_id", environmentId);
		body.put("key_id", keyId);
		return NangoRequest.of("environments.deleteApiKey", HttpMethod.DELETE)
			.path("/environment/api-keys")
			.json(body)
			.reading(ResponseReader.success());
	}

}
