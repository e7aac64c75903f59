package org.nangospring.client.provider;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.ResponseReader;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpMethod;

final class ProviderRequests {

	private static final JavaType ONE = NangoJson.instance().type(ProviderData.One.class);

	private static final JavaType MANY = NangoJson.instance().type(ProviderData.Many.class);

	private static final JavaType TEMPLATES = NangoJson.instance().type(ProviderTemplateData.Many.class);

	private ProviderRequests() {
	}

	static NangoRequest<List<Provider>> list(@Nullable String search) {
		ResponseReader<ProviderData.Many> reader = ResponseReader.json(MANY);
		return NangoRequest.of("providers.list", HttpMethod.GET)
			.path("/providers")
			.query("search", search)
			.reading(reader.map((many) -> Answers.items(many.data())));
	}

	static NangoRequest<Provider> get(String provider) {
		ResponseReader<ProviderData.One> reader = ResponseReader.json(ONE);
		return NangoRequest.of("providers.get", HttpMethod.GET)
			.path("/providers")
			.segment("provider", provider)
			.reading(reader.map(ProviderData.One::data));
	}

	static NangoRequest<List<ProviderTemplate>> templates(String provider) {
		ResponseReader<ProviderTemplateData.Many> reader = ResponseReader.json(TEMPLATES);
		return NangoRequest.of("providers.templates", HttpMethod.GET)
			.path("/providers")
			.segment("provider", provider)
			.path("/templates")
			.reading(reader.map((many) -> Answers.items(many.data())));
	}

}
