package org.nangospring.sample.nango;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is there at the start. All of it is made up.
 */
final class Seed {

	private static final Duration SINCE_LAST_RUN = Duration.ofMinutes(5);

	private final Workspace workspace;

	private final Instant now;

	Seed(Workspace workspace) {
		this.workspace = workspace;
		this.now = workspace.now();
	}

	void plant() {
		Integration github = integration(ProviderTemplate.GITHUB, "github", null, oauthApp("repo,read:user"));
		Integration slack = integration(ProviderTemplate.SLACK, "slack", null, oauthApp("chat:write,users:read"));
		integration(ProviderTemplate.GOOGLE_DRIVE, "google-drive", null, oauthApp("drive.readonly"));
		Integration notion = integration(ProviderTemplate.PRIVATE_API_BEARER, "notion", "Notion (API key)", null);
		Integration hubspot = integration(ProviderTemplate.HUBSPOT, "hubspot", null,
				oauthApp("crm.objects.contacts.read"));
		connection("acme-hubspot", hubspot, Credentials.oauth("acme", this.now), 26).tag("team", "sales")
			.tag("region", "emea")
			.metadata(Json.object().put("pipeline", "default").put("owner", "sales@acme.example"))
			.endUser("user-grace", "grace@acme.example", "Grace of Acme");
		connection("globex-hubspot", hubspot, Credentials.oauth("globex", this.now), 18).tag("region", "apac")
			.metadata(Json.object().put("pipeline", "partners"))
			.endUser("user-hank", "hank@globex.example", "Hank of Globex");
		connection("acme-github", github, Credentials.oauth("acme", this.now), 9).tag("team", "platform")
			.tag("plan", "pro")
			.metadata(Json.object().put("repository", "acme/widgets").put("language", "en"))
			.endUser("user-ada", "ada@acme.example", "Ada of Acme");
		connection("globex-github", github, Credentials.oauth("globex", this.now), 7).tag("team", "tools")
			.tag("plan", "free")
			.metadata(Json.object().put("repository", "globex/widgets"))
			.endUser("user-hank", "hank@globex.example", "Hank of Globex");
		connection("acme-slack", slack, Credentials.oauth("acme", this.now), 5).tag("team", "support")
			.tag("plan", "pro")
			.metadata(Json.object().put("channel", "support"))
			.endUser("user-ada", "ada@acme.example", "Ada of Acme");
		connection("globex-slack-revoked", slack, Credentials.revoked("globex", this.now), 3).tag("plan", "free");
		connection("acme-notion", notion, Credentials.apiKey("acme"), 1).tag("team", "support").tag("plan", "pro");
	}

	private Integration integration(ProviderTemplate provider, String uniqueKey, @Nullable String displayName,
			@Nullable ObjectNode credentials) {
		Instant createdAt = this.now.minus(Duration.ofDays(30));
		Integration integration = new Integration(provider, uniqueKey, credentials, createdAt);
		integration.change(createdAt, null, displayName, null, null);
		return this.workspace.integrations().add(integration);
	}

	private Connection connection(String id, Integration integration, Credentials credentials, int daysOld) {
		ConnectionStore connections = this.workspace.connections();
		Connection connection = new Connection(connections.nextId(), id, integration, credentials,
				this.now.minus(Duration.ofDays(daysOld)));
		connections.add(connection);
		if (!credentials.hasFailed()) {
			this.workspace.syncs().addRun(connection, this.now.minus(SINCE_LAST_RUN));
		}
		return connection;
	}

	private static ObjectNode oauthApp(String scopes) {
		return Json.object()
			.put("type", "OAUTH2")
			.put("client_id", "fake-client-id")
			.put("client_secret", "fake-client-secret")
			.put("scopes", scopes);
	}

}
