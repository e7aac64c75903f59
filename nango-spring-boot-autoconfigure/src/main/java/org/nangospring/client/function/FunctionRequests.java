package org.nangospring.client.function;

import java.util.Arrays;
import java.util.List;

import org.nangospring.client.http.Answers;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.ResponseReader;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpMethod;

final class FunctionRequests {

	private static final JavaType CONFIG = NangoJson.instance().type(IntegrationFunctionsData[].class);

	private FunctionRequests() {
	}

	static NangoRequest<List<IntegrationFunctions>> scriptsConfig() {
		ResponseReader<IntegrationFunctionsData[]> reader = ResponseReader.json(CONFIG);
		return NangoRequest.of("functions.scriptsConfig", HttpMethod.GET)
			.path("/scripts/config")
			.query("format", "nango")
			.reading(reader.map((configs) -> Answers.items(Arrays.asList(configs))));
	}

}
