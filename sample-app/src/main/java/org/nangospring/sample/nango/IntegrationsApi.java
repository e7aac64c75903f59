package org.nangospring.sample.nango;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /integrations}.
 */
final class IntegrationsApi {

	private static final Set<String> INCLUDES = Set.of("webhook", "credentials");

	private final Workspace workspace;

	IntegrationsApi(Workspace workspace) {
		this.workspace = workspace;
	}

	void register(Router router) {
		router.add("GET", "/integrations", this::list);
		router.add("POST", "/integrations", this::create);
		router.add("GET", "/integrations/*", this::get);
		router.add("PATCH", "/integrations/*", this::update);
		router.add("DELETE", "/integrations/*", this::delete);
	}

	private Answer list(Request request, List<String> path) {
		request.query().allowOnly();
		List<ObjectNode> rows = this.workspace.integrations()
			.all()
			.stream()
			.map((integration) -> integration.toJson(this.workspace.host(), Set.of()))
			.toList();
		return Answer.json(Json.object((it) -> it.set("data", Json.array(rows))));
	}

	private Answer get(Request request, List<String> path) {
		Query query = request.query();
		Set<String> include = Set.copyOf(query.list("include"));
		if (!INCLUDES.containsAll(include)) {
			query.violations().invalidUnion("include");
		}
		query.allowOnly("include");
		return data(find(path), include);
	}

	private Answer create(Request request, List<String> path) {
		request.query().allowOnly();
		Fields fields = request.fields();
		String providerId = fields.requiredText("provider");
		String uniqueKey = fields.requiredText("unique_key");
		String displayName = fields.text("display_name");
		Boolean forwardWebhooks = fields.flag("forward_webhooks");
		fields.allowOnly("provider", "unique_key", "display_name", "forward_webhooks", "credentials");
		ProviderTemplate provider = ProviderTemplate.find(providerId);
		if (provider == null) {
			throw Violations.ofBody().add("invalid_string", "Invalid provider", "provider").exception();
		}
		if (this.workspace.integrations().has(uniqueKey)) {
			throw Violations.ofBody().add("invalid_string", "Unique key already exists", "uniqueKey").exception();
		}
		ObjectNode credentials = credentials(fields, provider);
		if (provider.isOAuth() && credentials == null) {
			throw ApiError.of(400, "invalid_body", "Missing credentials");
		}
		Integration integration = new Integration(provider, uniqueKey, credentials, this.workspace.now());
		integration.change(this.workspace.now(), null, displayName, forwardWebhooks, null);
		return data(this.workspace.integrations().add(integration), Set.of());
	}

	private Answer update(Request request, List<String> path) {
		Integration integration = find(path);
		Fields fields = request.fields();
		String uniqueKey = fields.text("unique_key");
		String displayName = fields.text("display_name");
		Boolean forwardWebhooks = fields.flag("forward_webhooks");
		fields.allowOnly("unique_key", "display_name", "forward_webhooks", "credentials");
		if (uniqueKey != null && !uniqueKey.equals(integration.uniqueKey())) {
			checkRename(integration, uniqueKey);
		}
		integration.change(this.workspace.now(), uniqueKey, displayName, forwardWebhooks,
				credentials(fields, integration.provider()));
		return data(integration, Set.of());
	}

	private Answer delete(Request request, List<String> path) {
		Integration integration = this.workspace.integrations().find(path.get(0));
		if (integration == null) {
			throw ApiError.notFound("Integration does not exist");
		}
		this.workspace.connections().of(integration).forEach(this.workspace::delete);
		this.workspace.integrations().remove(integration);
		return Answer.success();
	}

	private Integration find(List<String> path) {
		Integration integration = this.workspace.integrations().find(path.get(0));
		if (integration == null) {
			throw ApiError.notFound("Integration \"" + path.get(0) + "\" does not exist");
		}
		return integration;
	}

	private void checkRename(Integration integration, String uniqueKey) {
		if (this.workspace.integrations().has(uniqueKey)) {
			throw Violations.ofBody().add("invalid_string", "Unique key already exists", "uniqueKey").exception();
		}
		if (!this.workspace.connections().of(integration).isEmpty()) {
			throw ApiError.of(400, "invalid_body", "Can't rename an integration with active connections");
		}
	}

	private static @Nullable ObjectNode credentials(Fields fields, ProviderTemplate provider) {
		if (!fields.has("credentials")) {
			return null;
		}
		if (!(fields.get("credentials") instanceof ObjectNode credentials)) {
			throw Violations.ofBody().wrongType("object", fields.get("credentials"), "credentials").exception();
		}
		if (!credentials.path("type").asString("").equals(provider.authMode())) {
			throw ApiError.of(400, "invalid_body", "incompatible credentials auth type and provider auth");
		}
		return credentials;
	}

	private Answer data(Integration integration, Set<String> include) {
		ObjectNode json = integration.toJson(this.workspace.host(), include);
		return Answer.json(Json.object((it) -> it.set("data", json)));
	}

}
