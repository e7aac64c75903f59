package org.nangospring.client.integration;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record IntegrationData(@JsonProperty("unique_key") String integrationId, String provider, @Nullable String displayName,
		@Nullable String logo, @Nullable Boolean forwardWebhooks, @Nullable Instant createdAt,
		@Nullable Instant updatedAt, @Nullable String webhookUrl, @Nullable IntegrationCredentials credentials,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements Integration {

	IntegrationData {
		Answers.required(integrationId, "unique_key");
		Answers.required(provider, "provider");
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * Without what may hold secrets: credentials, the address of webhooks, and what is
	 * not known.
	 */
	@Override
	public String toString() {
		return "Integration[integrationId=" + this.integrationId + ", provider=" + this.provider + "]";
	}

	/**
	 * Servers before 0.71 say {@code config}.
	 */
	record One(@JsonAlias("config") IntegrationData data) {

		One {
			Answers.required(data, "data");
		}

	}

	/**
	 * Servers before 0.71 say {@code configs}.
	 */
	record Many(@JsonAlias("configs") List<IntegrationData> data) {

		Many {
			Answers.required(data, "data");
		}

	}

	/**
	 * Nango documents a list with one integration where it answers one elsewhere: take
	 * both.
	 */
	record OneOrMany(@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<IntegrationData> data) {

		OneOrMany {
			data = Answers.list(data);
		}

		Integration first() {
			return Answers.required(this.data.isEmpty() ? null : this.data.get(0), "data");
		}

	}

}
