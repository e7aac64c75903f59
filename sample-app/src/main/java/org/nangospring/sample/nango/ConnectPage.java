package org.nangospring.sample.nango;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The page on which a user connects an account, or gives consent to one again. It plays
 * the part of Nango's Connect UI and of the provider's own page that asks for consent.
 */
final class ConnectPage {

	static final String PATH = "connect-ui";

	private static final String TOKEN = "session_token";

	private static final String REVOKE = "revoke";

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
		if (session == null) {
			return expired();
		}
		if (session.reconnected() == null) {
			return page(200, ConnectHtml.form(session.token(), integrations(session)));
		}
		Connection connection = reconnected(session);
		return (connection != null) ? page(200, ConnectHtml.reconnectForm(session.token(), connection)) : expired();
	}

	private Answer submit(Query fields) {
		ConnectSession session = this.sessions.find(fields.text(TOKEN));
		if (session == null) {
			return expired();
		}
		if (fields.text("cancel") != null) {
			this.sessions.end(session);
			return page(200, message("Nothing was connected", "You can close this page."));
		}
		return (session.reconnected() != null) ? reconnect(session, fields) : connect(session, fields);
	}

	private Answer connect(ConnectSession session, Query fields) {
		Integration integration = integration(session, fields.text("integration"));
		String account = fields.text("account");
		if (integration == null || account == null || !account.matches(ACCOUNT)) {
			return page(400, ConnectHtml.form(session.token(), integrations(session)));
		}
		Connection connection = new Connection(this.workspace.connections().nextId(), UUID.randomUUID().toString(),
				integration, credentials(integration, account, fields), this.workspace.now());
		mark(connection, session);
		this.workspace.add(connection);
		this.sessions.end(session);
		return page(200, message("Connected", "The application is told by a webhook. You can go back to it now."));
	}

	private Answer reconnect(ConnectSession session, Query fields) {
		Connection connection = reconnected(session);
		this.sessions.end(session);
		if (connection == null) {
			return expired();
		}
		mark(connection, session);
		this.workspace.reconnect(connection,
				credentials(connection.integration(), connection.credentials().account(), fields));
		return page(200, message("Connected again",
				"The connection has new credentials; its data are kept. The application is told by a webhook."));
	}

	private Credentials credentials(Integration integration, String account, Query fields) {
		boolean revoked = integration.provider().isOAuth() && fields.text(REVOKE) != null;
		return revoked ? Credentials.revokedByNextSync(account, this.workspace.now())
				: Credentials.of(integration.provider(), account, this.workspace.now());
	}

	/**
	 * Says whose connection it is, as far as the session knows.
	 */
	private static void mark(Connection connection, ConnectSession session) {
		if (session.endUser() != null) {
			connection.endUser(session.endUser());
		}
		session.tags().properties().forEach((tag) -> connection.tag(tag.getKey(), tag.getValue().asString("")));
	}

	private @Nullable Connection reconnected(ConnectSession session) {
		String connectionId = session.reconnected();
		// it may have been deleted since the session began
		return (connectionId != null)
				? this.workspace.connections().find(connectionId, session.allowedIntegrations().get(0)) : null;
	}

	private String message(String title, String text) {
		return ConnectHtml.message(title, text, this.workspace.webhooks().application());
	}

	private @Nullable Integration integration(ConnectSession session, @Nullable String name) {
		return integrations(session).stream().filter((it) -> it.uniqueKey().equals(name)).findFirst().orElse(null);
	}

	private List<Integration> integrations(ConnectSession session) {
		return this.workspace.integrations().all().stream().filter(session::allows).toList();
	}

	private Answer expired() {
		return page(401,
				message("This link has expired", "Go back to the application and begin to connect once more."));
	}

	private static Answer page(int status, String html) {
		// the address holds the token
		return Answer.html(status, html).with("referrer-policy", "no-referrer").with("cache-control", "no-store");
	}

}
