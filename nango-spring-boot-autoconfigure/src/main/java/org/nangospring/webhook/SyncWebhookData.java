package org.nangospring.webhook;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

import org.springframework.http.HttpHeaders;

record SyncWebhookData(
		@JacksonInject(useInput = OptBoolean.FALSE) @JsonProperty(WebhookDelivery.PROPERTY) WebhookDelivery delivery,
		String from, String type, String connectionId, @JsonProperty("providerConfigKey") String integrationId,
		String syncName, String syncVariant, @Nullable String model, @Nullable String syncType, Boolean success,
		@JsonProperty("responseResults") @Nullable SyncCountsData result, @Nullable Instant modifiedAfter,
		@JsonProperty("queryTimeStamp") @Nullable Instant queryTimestamp, @Nullable SyncCheckpointsData checkpoints,
		@Nullable WebhookErrorData error, @Nullable Instant startedAt, @Nullable Instant failedAt,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements SyncWebhook {

	static final String TYPE = "sync";

	SyncWebhookData {
		new ConnectionReference(integrationId, connectionId);
		Answers.required(syncName, "syncName");
		Answers.required(success, "success");
		syncVariant = (syncVariant != null) ? syncVariant : "base";
		model = (model != null && model.isEmpty()) ? null : model;
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public ConnectionReference connection() {
		return new ConnectionReference(this.integrationId, this.connectionId);
	}

	@Override
	public boolean isFullSync() {
		boolean fromNothing = this.checkpoints == null || this.checkpoints.from() == null;
		return fromNothing && !"WEBHOOK".equals(this.syncType);
	}

	@Override
	public boolean isSuccess() {
		return this.success;
	}

	@Override
	public String body() {
		return this.delivery.text();
	}

	@Override
	public HttpHeaders headers() {
		return this.delivery.headers();
	}

	@Override
	public String fingerprint() {
		return this.delivery.fingerprint();
	}

	/**
	 * Spring names arguments of listeners that fail in its messages.
	 */
	@Override
	public String toString() {
		return "SyncWebhook[success=" + this.success + "]";
	}

}
