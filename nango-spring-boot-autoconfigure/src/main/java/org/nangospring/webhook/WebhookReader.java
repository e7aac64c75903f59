package org.nangospring.webhook;

import org.nangospring.client.http.NangoJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the kinds of webhooks apart.
 */
final class WebhookReader {

	/** Who sends what Nango itself has to say. */
	private static final String NANGO = "nango";

	private static final JsonMapper MAPPER = NangoJson.instance().mapper();

	private WebhookReader() {
	}

	static NangoWebhook read(WebhookDelivery delivery) {
		JsonNode json = json(delivery);
		String type = json.path("type").stringValue("");
		if (isForward(json, type)) {
			return known(json, delivery, ForwardWebhookData.class);
		}
		if (!json.path("from").stringValue("").equals(NANGO) || type.isEmpty()) {
			return new ProviderWebhookData(delivery);
		}
		return switch (type) {
			case AuthWebhookData.TYPE -> known(json, delivery, AuthWebhookData.class);
			case SyncWebhookData.TYPE -> known(json, delivery, SyncWebhookData.class);
			case AsyncActionWebhookData.TYPE -> known(json, delivery, AsyncActionWebhookData.class);
			default -> UnknownWebhookData.of(json, delivery);
		};
	}

	private static JsonNode json(WebhookDelivery delivery) {
		try {
			JsonNode json = MAPPER.readTree(delivery.bytes());
			if (!json.isMissingNode()) {
				return json;
			}
		}
		catch (JacksonException ex) {
			// its message may quote the body
		}
		throw new NangoWebhookFormatException("The webhook is not JSON");
	}

	private static boolean isForward(JsonNode json, String type) {
		return type.equals(ForwardWebhookData.TYPE) && json.path("from").isString()
				&& json.path("providerConfigKey").isString() && json.has("payload");
	}

	/**
	 * A webhook that lacks what its kind always had is better unknown than lost.
	 */
	private static NangoWebhook known(JsonNode json, WebhookDelivery delivery, Class<? extends NangoWebhook> type) {
		try {
			return MAPPER.readerFor(type)
				.with(new InjectableValues.Std().addValue(WebhookDelivery.class, delivery))
				.readValue(json);
		}
		catch (JacksonException ex) {
			return UnknownWebhookData.of(json, delivery);
		}
	}

}
