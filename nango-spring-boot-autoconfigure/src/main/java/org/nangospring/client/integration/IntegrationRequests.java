package org.nangospring.client.integration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.NangoRequestBuilder;
import org.nangospring.client.http.ResponseReader;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpMethod;

final class IntegrationRequests {

	private static final JavaType ONE = NangoJson.instance().type(IntegrationData.One.class);

	private static final JavaType MANY = NangoJson.instance().type(IntegrationData.Many.class);

	private static final JavaType ONE_OR_MANY = NangoJson.instance().type(IntegrationData.OneOrMany.class);

	private IntegrationRequests() {
	}

	static NangoRequest<List<Integration>> list() {
		ResponseReader<IntegrationData.Many> reader = ResponseReader.json(MANY);
		return NangoRequest.of("integrations.list", HttpMethod.GET)
			.path("/integrations")
			.reading(reader.map((many) -> Answers.items(many.data())));
	}

	static NangoRequest<Integration> get(String integrationId, IntegrationInclude... include) {
		NangoRequestBuilder builder = one("integrations.get", HttpMethod.GET, integrationId);
		for (IntegrationInclude part : include) {
			// one parameter each: Nango refuses a list with commas
			builder.query("include", part.value());
		}
		return builder.reading(reader());
	}

	static NangoRequest<Integration> create(String integrationId, String provider,
			Consumer<IntegrationSettings> customizer) {
		IntegrationSettings settings = settings(customizer);
		Map<String, Object> body = new LinkedHashMap<>(settings.body());
		if (settings.renames()) {
			throw new IllegalArgumentException(
					"The integration id of a new integration is the first argument of create");
		}
		body.put("unique_key", Arguments.id(integrationId, "integration id"));
		body.put("provider", Arguments.id(provider, "provider"));
		return NangoRequest.of("integrations.create", HttpMethod.POST)
			.path("/integrations")
			.integration(integrationId)
			.json(body)
			.reading(reader());
	}

	static NangoRequest<Integration> quickstart(String integrationId, String provider,
			Consumer<IntegrationSettings> customizer) {
		IntegrationSettings settings = settings(customizer);
		if (!settings.fitsQuickstart()) {
			throw new IllegalArgumentException("A quickstart integration has Nango's own credentials and configuration:"
					+ " set displayName and forwardWebhooks only");
		}
		Map<String, Object> body = new LinkedHashMap<>(settings.body());
		body.put("unique_key", Arguments.id(integrationId, "integration id"));
		body.put("provider", Arguments.id(provider, "provider"));
		ResponseReader<IntegrationData.OneOrMany> reader = ResponseReader.json(ONE_OR_MANY);
		return NangoRequest.of("integrations.quickstart", HttpMethod.POST)
			.path("/integrations/quickstart")
			.integration(integrationId)
			.json(body)
			.reading(reader.map(IntegrationData.OneOrMany::first));
	}

	static NangoRequest<Integration> update(String integrationId, Consumer<IntegrationSettings> customizer) {
		IntegrationSettings settings = settings(customizer);
		NangoRequestBuilder builder = one("integrations.update", HttpMethod.PATCH, integrationId).json(settings.body());
		if (!settings.renames()) {
			// sets fields to given values, so twice is as good as once; after a rename
			// the old id is gone
			builder.safeToRepeat();
		}
		return builder.reading(reader());
	}

	static NangoRequest<Void> delete(String integrationId) {
		// not safe to repeat: if only the answer was lost, the second attempt would say
		// that there is no such integration
		return one("integrations.delete", HttpMethod.DELETE, integrationId).reading(ResponseReader.success());
	}

	private static NangoRequestBuilder one(String operation, HttpMethod method, String integrationId) {
		return NangoRequest.of(operation, method)
			.path("/integrations")
			.segment("integrationId", integrationId)
			.integration(integrationId);
	}

	private static IntegrationSettings settings(Consumer<IntegrationSettings> customizer) {
		IntegrationSettings settings = new IntegrationSettings();
		customizer.accept(settings);
		return settings;
	}

	private static ResponseReader<Integration> reader() {
		ResponseReader<IntegrationData.One> reader = ResponseReader.json(ONE);
		return reader.map(IntegrationData.One::data);
	}

}
