package org.nangospring.client.connect;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record ConnectSessionData(String token, @Nullable String connectLink, @Nullable Instant expiresAt,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements ConnectSession {

	ConnectSessionData {
		Answers.required(token, "token");
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public String toString() {
		return "ConnectSession[token=***, expiresAt=" + this.expiresAt + "]";
	}

	record One(ConnectSessionData data) {

		One {
			Answers.required(data, "data");
		}

	}

}
