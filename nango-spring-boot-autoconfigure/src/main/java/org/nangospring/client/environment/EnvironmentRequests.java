package org.nangospring.client.environment;

import java.util.Arrays;
import java.util.List;

import org.nangospring.client.http.Answers;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.ResponseReader;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpMethod;

final class EnvironmentRequests {

	private static final JavaType VARIABLES = NangoJson.instance().type(EnvironmentVariableData[].class);

	private EnvironmentRequests() {
	}

	static NangoRequest<List<EnvironmentVariable>> variables() {
		ResponseReader<EnvironmentVariableData[]> reader = ResponseReader.json(VARIABLES);
		return NangoRequest.of("environment.variables", HttpMethod.GET)
			.path("/environment-variables")
			.reading(reader.map((variables) -> Answers.items(Arrays.asList(variables))));
	}

}
