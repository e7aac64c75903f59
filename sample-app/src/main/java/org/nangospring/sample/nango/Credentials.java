package org.nangospring.sample.nango;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a connection authenticates with: an API key, or an access token that is refreshed
 * when it has expired.
 */
final class Credentials {

	static final String REFRESH_FAILED = "The external API returned an error when trying to refresh the access token. Please try again later.";

	static final String BACKING_OFF = "A recent refresh attempt failed. Backing off before retrying.";

	private static final Duration LIFETIME = Duration.ofHours(8);

	private static final Duration BACK_OFF = Duration.ofMinutes(10);

	private final String account;

	private boolean refreshable;

	private boolean revokedByNextSync;

	private boolean empty;

	private @Nullable Instant expiresAt;

	private @Nullable Instant failedAt;

	private int generation = 1;

	private Credentials(String account, boolean refreshable, @Nullable Instant expiresAt, @Nullable Instant failedAt) {
		this.account = account;
		this.refreshable = refreshable;
		this.expiresAt = expiresAt;
		this.failedAt = failedAt;
	}

	/**
	 * Fresh credentials of the kind that a provider has.
	 * @param provider the provider
	 * @param account the account
	 * @param now the time
	 * @return credentials that work
	 */
	static Credentials of(ProviderTemplate provider, String account, Instant now) {
		return switch (provider.authMode()) {
			case "OAUTH2" -> oauth(account, now);
			case "NONE" -> none(account);
			default -> apiKey(account);
		};
	}

	static Credentials apiKey(String account) {
		return new Credentials(account, false, null, null);
	}

	/**
	 * What an integration without authentication has.
	 * @param account the account
	 * @return credentials that are empty
	 */
	static Credentials none(String account) {
		Credentials credentials = new Credentials(account, false, null, null);
		credentials.empty = true;
		return credentials;
	}

	static Credentials oauth(String account, Instant now) {
		return new Credentials(account, true, now.plus(LIFETIME), null);
	}

	/**
	 * Credentials whose access the provider has taken back, long enough ago for another
	 * attempt.
	 * @param account the account
	 * @param now the time
	 * @return credentials that cannot be refreshed
	 */
	static Credentials revoked(String account, Instant now) {
		return new Credentials(account, false, now.minus(LIFETIME), now.minus(LIFETIME));
	}

	/**
	 * Credentials whose access the provider takes back as soon as a sync uses them for
	 * the second time.
	 * @param account the account
	 * @param now the time
	 * @return credentials that work until then
	 */
	static Credentials revokedByNextSync(String account, Instant now) {
		Credentials credentials = oauth(account, now);
		credentials.revokedByNextSync = true;
		return credentials;
	}

	String account() {
		return this.account;
	}

	boolean hasFailed() {
		return this.failedAt != null;
	}

	/**
	 * A sync uses the credentials, and not for the first time.
	 * @param now the time
	 */
	void syncAgain(Instant now) {
		if (this.revokedByNextSync) {
			this.revokedByNextSync = false;
			this.refreshable = false;
			this.expiresAt = now;
		}
	}

	State prepare(Instant now, boolean force) {
		if (this.expiresAt == null || (!force && now.isBefore(this.expiresAt))) {
			return State.VALID;
		}
		if (this.refreshable) {
			this.generation++;
			this.expiresAt = now.plus(LIFETIME);
			return State.REFRESHED;
		}
		if (this.failedAt != null && now.isBefore(this.failedAt.plus(BACK_OFF))) {
			return State.BACKING_OFF;
		}
		this.failedAt = now;
		return State.FAILED;
	}

	/**
	 * What Nango calls the way to authenticate.
	 */
	String mode() {
		return this.empty ? "NONE" : (this.expiresAt != null) ? "OAUTH2" : "API_KEY";
	}

	String authorization() {
		return "Bearer " + ((this.expiresAt != null) ? FakeTokens.accessToken(this.account, this.generation)
				: FakeTokens.apiKey(this.account));
	}

	ObjectNode toJson(boolean withRefreshToken) {
		if (this.empty) {
			return Json.object();
		}
		if (this.expiresAt == null) {
			return Json.object((it) -> it.put("type", "API_KEY").put("apiKey", FakeTokens.apiKey(this.account)));
		}
		ObjectNode json = Json.object().put("type", "OAUTH2");
		putTokens(json, this.expiresAt, withRefreshToken);
		ObjectNode raw = json.putObject("raw").put("token_type", "bearer").put("scope", "repo read:user");
		putTokens(raw, this.expiresAt, withRefreshToken);
		return json;
	}

	private void putTokens(ObjectNode json, Instant expiry, boolean withRefreshToken) {
		json.put("access_token", FakeTokens.accessToken(this.account, this.generation));
		if (withRefreshToken) {
			json.put("refresh_token", FakeTokens.refreshToken(this.account));
		}
		json.put("expires_at", Timestamps.millisZ(expiry));
	}

	/**
	 * What using the credentials has come to.
	 */
	enum State {

		VALID, REFRESHED, FAILED, BACKING_OFF

	}

}
