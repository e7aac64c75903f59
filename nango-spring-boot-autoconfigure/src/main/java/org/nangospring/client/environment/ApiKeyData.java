package org.nangospring.client.environment;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record ApiKeyData(long id, String displayName, List<String> scopes, String secret, @Nullable Instant createdAt,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements ApiKey {

	ApiKeyData {
		Answers.required(displayName, "display_name");
		Answers.required(secret, "secret");
		scopes = Answers.list(scopes);
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public String toString() {
		return "ApiKey[id=" + this.id + ", displayName=" + this.displayName + ", secret=***]";
	}

	record One(ApiKeyData data) {

		One {
			Answers.required(data, "data");
		}

	}

}
