package org.nangospring.test;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /integrations}.
 */
final class IntegrationEndpoints {

	private final MockState state;

	IntegrationEndpoints(MockState state) {
		this.state = state;
	}

	void register(MockRouter router) {
		router.add("GET", "/integrations", (call, path) -> list(call));
		router.add("POST", "/integrations", (call, path) -> create(call));
		router.add("GET", "/integrations/{id}", (call, path) -> get(call, path.get("id")));
		router.add("PATCH", "/integrations/{id}", (call, path) -> update(call, path.get("id")));
		router.add("DELETE", "/integrations/{id}", (call, path) -> delete(path.get("id")));
	}

	private MockAnswer list(NangoCall call) {
		new Parameters(call);
		ObjectNode json = MockJson.object();
		json.withArray("data");
		this.state.integrations().all().forEach((integration) -> json.withArray("data").add(integration.toJson()));
		return MockAnswer.json(json);
	}

	private MockAnswer get(NangoCall call, @Nullable String id) {
		new Parameters(call, "include", "include[]");
		return one(required(id, "Integration \"" + id + "\" does not exist"));
	}

	private MockAnswer create(NangoCall call) {
		String id = call.text("unique_key");
		String provider = call.text("provider");
		if (id == null || provider == null) {
			throw MockError.missing("invalid_body", (provider == null) ? "provider" : "unique_key");
		}
		if (this.state.integrations().known(id) != null) {
			throw MockError.invalid("invalid_body", "invalid_string", "Unique key already exists", "uniqueKey");
		}
		MockIntegration integration = this.state.integrations().named(id).provider(provider);
		apply(call, integration);
		return one(integration);
	}

	private MockAnswer update(NangoCall call, @Nullable String id) {
		MockIntegration integration = required(id, "Integration \"" + id + "\" does not exist");
		apply(call, integration);
		return one(integration);
	}

	private MockAnswer delete(@Nullable String id) {
		this.state.integrations().remove(required(id, "Integration does not exist").id());
		return MockAnswer.success();
	}

	private MockIntegration required(@Nullable String id, String message) {
		MockIntegration integration = this.state.integrations().known(id);
		if (integration == null) {
			throw MockError.notFound(message).hint(MockIntegrations.hint(String.valueOf(id)));
		}
		return integration;
	}

	private static void apply(NangoCall call, MockIntegration integration) {
		String displayName = call.text("display_name");
		if (displayName != null) {
			integration.displayName(displayName);
		}
		JsonNode body = call.json();
		if (body != null && body.path("forward_webhooks").isBoolean()) {
			integration.forwardWebhooks(body.path("forward_webhooks").asBoolean());
		}
	}

	private static MockAnswer one(MockIntegration integration) {
		ObjectNode json = MockJson.object();
		json.set("data", integration.toJson());
		return MockAnswer.json(json);
	}

}
