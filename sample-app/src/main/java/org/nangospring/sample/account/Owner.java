package org.nangospring.sample.account;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.connect.ConnectSessionSettings;
import org.nangospring.webhook.AuthWebhook;

/**
 * Says and reads whose a connection is. Nango keeps tags with the connection and hands
 * them back in webhooks and lists.
 */
final class Owner {

	private static final String ID = "end_user_id";

	private Owner() {
	}

	static void write(SampleUser user, ConnectSessionSettings session) {
		// the names that Nango shows as a user in its dashboard
		session.tag(ID, user.id()).tag("end_user_email", user.email()).tag("end_user_display_name", user.displayName());
	}

	static @Nullable String of(Map<String, String> tags) {
		return tags.get(ID);
	}

	static @Nullable String of(AuthWebhook webhook) {
		String tagged = of(webhook.tags());
		// connections that were made before there were tags
		return (tagged == null && webhook.endUser() != null) ? webhook.endUser().id() : tagged;
	}

}
