package org.nangospring.sample.nango;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The pages of {@link ConnectPage} as HTML.
 */
final class ConnectHtml {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="color-scheme" content="light dark">
			<title>%1$s · Connect an account</title>
			<style>
			:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
			body { margin: 0; background: light-dark(#f5f4f1, #14191b); color: light-dark(#1f2a2e, #e6eaea); }
			main { max-width: 24rem; margin: 12vh auto 0; padding: 1.5rem; border-radius: 10px; background: light-dark(#ffffff, #1c2326); }
			h1 { font-size: 1.3rem; margin: 0 0 .75rem; }
			label { display: block; font-weight: 550; margin-bottom: .2rem; }
			input, select { box-sizing: border-box; width: 100%%; font: inherit; color: inherit; background: transparent; border: 1px solid light-dark(#5b686d, #9fb0b3); border-radius: 8px; padding: .5rem .65rem; }
			option { background: Canvas; color: CanvasText; }
			input[type=checkbox] { width: 1.1rem; height: 1.1rem; margin: .2rem 0 0; flex: none; }
			.choice { display: flex; gap: .5rem; margin-bottom: .2rem; }
			.choice label { margin: 0; }
			button { font: inherit; padding: .45rem 1rem; border-radius: 8px; border: 1px solid light-dark(#5b686d, #9fb0b3); background: transparent; color: inherit; cursor: pointer; }
			button.primary { background: light-dark(#0f766e, #4fc3b4); color: light-dark(#ffffff, #06211e); border-color: transparent; }
			a { color: light-dark(#0f766e, #4fc3b4); }
			dt { font-weight: 550; }
			dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
			:focus-visible { outline: 3px solid light-dark(#0f766e, #4fc3b4); outline-offset: 2px; }
			</style>
			</head>
			<body>
			<main>
			<h1>%1$s</h1>
			%2$s
			</main>
			</body>
			</html>
			""";

	private static final String FORM = """
			<p>This page plays the part of Nango's Connect UI and of the provider: no real account is asked for.</p>
			<form method="post" action="/connect-ui">
			<input type="hidden" name="session_token" value="%s">
			<p><label for="integration">Provider</label>
			<select id="integration" name="integration">%s</select></p>
			<p><label for="account">Name of the account</label>
			<input id="account" name="account" value="acme" required pattern="[a-z0-9\\-]{1,30}" autocomplete="off" spellcheck="false" aria-describedby="account-help"></p>
			<p id="account-help">Small letters, digits and hyphens.%s</p>
			%s
			<p><button class="primary">Allow access</button>
			<button name="cancel" value="true" formnovalidate>Cancel</button></p>
			</form>""";

	private static final String RECONNECT_FORM = """
			<p>This page plays the part of Nango's Connect UI and of the provider: no real account is asked for.</p>
			<dl>
			<dt>Account</dt><dd>%2$s</dd>
			<dt>Connection</dt><dd>%3$s</dd>
			</dl>
			<form method="post" action="/connect-ui">
			<input type="hidden" name="session_token" value="%1$s">
			%4$s
			<p><button class="primary">Give consent again</button>
			<button name="cancel" value="true">Cancel</button></p>
			</form>""";

	private static final String REVOKE = """
			<p class="choice"><input type="checkbox" id="revoke" name="revoke" value="true" aria-describedby="revoke-help">
			<label for="revoke">Take the consent back at the next sync</label></p>
			<p id="revoke-help">To see what happens then: the sync fails, and the account has to be connected again.</p>""";

	private ConnectHtml() {
	}

	static String form(String token, List<Integration> integrations) {
		String options = integrations.stream().map(ConnectHtml::option).collect(Collectors.joining());
		String title = (integrations.size() == 1) ? "Connect " + escape(integrations.get(0).displayName())
				: "Connect an account";
		return PAGE.formatted(title, FORM.formatted(escape(token), options, large(integrations), revoke(integrations)));
	}

	static String reconnectForm(String token, Connection connection) {
		return PAGE.formatted("Connect " + escape(connection.integration().displayName()) + " again",
				RECONNECT_FORM.formatted(escape(token), escape(connection.credentials().account()),
						escape(connection.connectionId()), revoke(List.of(connection.integration()))));
	}

	private static String large(List<Integration> integrations) {
		return integrations.stream().anyMatch((integration) -> integration.provider() == ProviderTemplate.GOOGLE_DRIVE)
				? " The account <code>large</code> has some thousand files." : "";
	}

	/**
	 * A key for an API lasts; only consent can be taken back.
	 */
	private static String revoke(List<Integration> integrations) {
		return integrations.stream().anyMatch((integration) -> integration.provider().isOAuth()) ? REVOKE : "";
	}

	/**
	 * Tells how it has ended.
	 * @param title the title
	 * @param text what there is to know
	 * @param application where the application is, or null if nobody knows
	 * @return the page
	 */
	static String message(String title, String text, @Nullable URI application) {
		String back = (application != null)
				? "<p><a href=\"" + escape(application.toString()) + "\">Back to the application</a></p>" : "";
		return PAGE.formatted(title, "<p role=\"status\">" + text + "</p>" + back);
	}

	private static String option(Integration integration) {
		return "<option value=\"" + escape(integration.uniqueKey()) + "\">" + escape(integration.displayName())
				+ "</option>";
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
	}

}
