package org.nangospring.sample.nango;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The page on which a user connects an account. It plays the part of Nango's Connect UI
 * and of the provider's own page that asks for consent.
 */
final class ConnectPage {

	static final String PATH = "connect-ui";

	private static final String TOKEN = "session_token";

	private static final String ACCOUNT = "[a-z0-9-]{1,30}";

	private final Workspace workspace;

	private final ConnectSessionStore sessions;

	ConnectPage(Workspace workspace, ConnectSessionStore sessions) {
		this.workspace = workspace;
		this.sessions = sessions;
	}

	static String link(URI host, ConnectSession session) {
		return host + "/" + PATH + "?" + TOKEN + "=" + session.token();
	}

	void register(Router router) {
		router.add("GET", "/" + PATH, (request, path) -> form(request.query()));
		router.add("POST", "/" + PATH,
				(request, path) -> submit(new Query(new String(request.body(), StandardCharsets.UTF_8))));
	}

	private Answer form(Query query) {
		ConnectSession session = this.sessions.find(query.text(TOKEN));
		return (session != null) ? page(200, ConnectHtml.form(session.token(), integrations(session))) : expired();
	}

	private Answer submit(Query fields) {
		ConnectSession session = this.sessions.find(fields.text(TOKEN));
		if (session == null) {
			return expired();
		}
		if (fields.text("cancel") != null) {
			this.sessions.end(session);
			return page(200, ConnectHtml.message("Nothing was connected", "You can close this page."));
		}
		Integration integration = integration(session, fields.text("integration"));
		String account = fields.text("account");
		if (integration == null || account == null || !account.matches(ACCOUNT)) {
			return page(400, ConnectHtml.form(session.token(), integrations(session)));
		}
		connect(session, integration, account);
		this.sessions.end(session);
		return page(200, ConnectHtml.message("Connected",
				"The application is told by a webhook. You can close this page and go back to it."));
	}

	private void connect(ConnectSession session, Integration integration, String account) {
		Credentials credentials = integration.provider().isOAuth() ? Credentials.oauth(account, this.workspace.now())
				: Credentials.apiKey(account);
		Connection connection = new Connection(this.workspace.connections().nextId(), UUID.randomUUID().toString(),
				integration, credentials, this.workspace.now());
		if (session.endUser() != null) {
			connection.endUser(session.endUser());
		}
		session.tags().properties().forEach((tag) -> connection.tag(tag.getKey(), tag.getValue().asString("")));
		this.workspace.add(connection, false);
	}

	private @Nullable Integration integration(ConnectSession session, @Nullable String name) {
		return integrations(session).stream().filter((it) -> it.uniqueKey().equals(name)).findFirst().orElse(null);
	}

	private List<Integration> integrations(ConnectSession session) {
		return this.workspace.integrations().all().stream().filter(session::allows).toList();
	}

	private static Answer expired() {
		return page(401, ConnectHtml.message("This link has expired",
				"Go back to the application and begin to connect once more."));
	}

	private static Answer page(int status, String html) {
		// the address holds the token
		return Answer.html(status, html).with("referrer-policy", "no-referrer").with("cache-control", "no-store");
	}

}
