package org.nangospring.client.provider;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record ProviderData(String name, @Nullable String displayName, String authMode, List<String> categories,
		@Nullable String docs, @Nullable String logoUrl, @Nullable String authorizationUrl, List<String> defaultScopes,
		Map<String, @Nullable Object> proxy, Map<String, @Nullable Object> connectionConfig,
		Map<String, @Nullable Object> credentials,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements Provider {

	ProviderData {
		Answers.required(name, "name");
		Answers.required(authMode, "auth_mode");
		categories = Answers.list(categories);
		defaultScopes = Answers.list(defaultScopes);
		proxy = Answers.map(proxy);
		connectionConfig = Answers.map(connectionConfig);
		credentials = Answers.map(credentials);
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public String toString() {
		return "Provider[name=" + this.name + "]";
	}

	record One(ProviderData data) {

		One {
			Answers.required(data, "data");
		}

	}

	record Many(List<ProviderData> data) {

		Many {
			Answers.required(data, "data");
		}

	}

}
