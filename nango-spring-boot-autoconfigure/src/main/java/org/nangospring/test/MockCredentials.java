package org.nangospring.test;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The credentials of a connection.
 */
final class MockCredentials {

	private static final String TOKEN = "mock-access-token";

	private ObjectNode json = oauthJson(TOKEN, null);

	private boolean failing;

	private boolean backingOff;

	synchronized void oauth(String accessToken, @Nullable Instant expiresAt) {
		set(oauthJson(accessToken, expiresAt));
	}

	synchronized void set(ObjectNode newJson) {
		this.json = newJson;
		this.failing = false;
		this.backingOff = false;
	}

	synchronized void fail() {
		this.failing = true;
		this.backingOff = false;
	}

	synchronized boolean failing() {
		return this.failing;
	}

	/**
	 * Whether refreshing was tried before, so that Nango does not try again for a while.
	 */
	synchronized boolean triedBefore() {
		boolean before = this.backingOff;
		this.backingOff = true;
		return before;
	}

	/**
	 * What Nango calls the way to authenticate.
	 */
	synchronized String mode() {
		return this.json.path("type").asString("NONE");
	}

	synchronized ObjectNode toJson(boolean withRefreshToken) {
		ObjectNode copy = this.json.deepCopy();
		if (!withRefreshToken) {
			copy.remove("refresh_token");
			if (copy.get("raw") instanceof ObjectNode raw) {
				raw.remove("refresh_token");
			}
		}
		return copy;
	}

	synchronized ArrayNode errors() {
		ArrayNode errors = NangoJson.instance().mapper().createArrayNode();
		if (this.failing) {
			errors.addObject().put("type", "auth").put("log_id", "mock-log");
		}
		return errors;
	}

	private static ObjectNode oauthJson(String accessToken, @Nullable Instant expiresAt) {
		ObjectNode json = MockJson.object().put("type", "OAUTH2").put("access_token", accessToken);
		json.put("refresh_token", "mock-refresh-token");
		if (expiresAt != null) {
			json.put("expires_at", MockClock.millisZ(expiresAt));
		}
		json.set("raw", json.deepCopy().put("token_type", "bearer"));
		return json;
	}

}
