package org.nangospring.client.connection;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Credentials for BILL.
 */
public final class BillCredentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "BILL";

	BillCredentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * The user name.
	 * @return the name
	 */
	public String username() {
		return required("username");
	}

	/**
	 * The password.
	 * @return the password
	 */
	public String password() {
		return required("password");
	}

	/**
	 * The id of the organization.
	 * @return the id
	 */
	public String organizationId() {
		return required("organization_id");
	}

	/**
	 * The developer key.
	 * @return the key
	 */
	public String devKey() {
		return required("dev_key");
	}

	/**
	 * The id of the session.
	 * @return the id, or null when there is no session yet
	 */
	public @Nullable String sessionId() {
		return text("session_id");
	}

	/**
	 * The id of the user.
	 * @return the id, or null when there is no session yet
	 */
	public @Nullable String userId() {
		return text("user_id");
	}

	/**
	 * When the session expires.
	 * @return the time, or null when it does not expire
	 */
	public @Nullable Instant expiresAt() {
		return instant("expires_at");
	}

	/**
	 * The answer of the provider to the login.
	 * @return the fields; empty when Nango sent none
	 */
	public Map<String, @Nullable Object> raw() {
		return map("raw");
	}

}
