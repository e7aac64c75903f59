package org.nangospring.webhook;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A connection was made, has new credentials, or no longer works.
 */
public non-sealed interface AuthWebhook extends NangoWebhook {

	/**
	 * The connection it is about.
	 * @return integration id and connection id
	 */
	ConnectionReference connection();

	/**
	 * What happened.
	 * @return the operation; Nango may add others than the constants
	 */
	AuthOperation operation();

	/**
	 * Whether a connection was made.
	 * @return whether it is a creation that succeeded; look at {@link #error()} for one
	 * that did not
	 */
	default boolean isCreation() {
		return isSuccess() && operation().equals(AuthOperation.CREATION);
	}

	/**
	 * Whether a user has connected again.
	 * @return whether it is an override that succeeded
	 */
	default boolean isOverride() {
		return isSuccess() && operation().equals(AuthOperation.OVERRIDE);
	}

	/**
	 * Whether the credentials could not be refreshed: calls will fail until the user
	 * connects again.
	 * @return whether it is a refresh that failed
	 */
	default boolean isRefreshFailure() {
		return !isSuccess() && operation().equals(AuthOperation.REFRESH);
	}

	/**
	 * Whether it went well.
	 * @return whether it did
	 */
	boolean isSuccess();

	/**
	 * What went wrong.
	 * @return the error, or null when it went well
	 */
	@Nullable WebhookError error();

	/**
	 * The tags of the connection, by which the application knows whose it is.
	 * @return the tags by their lower-case keys; empty when there are none
	 */
	Map<String, String> tags();

	/**
	 * Who made the connection. Nango has replaced it with {@link #tags()}.
	 * @return the user, or null when Nango does not tell
	 */
	@Nullable WebhookEndUser endUser();

	/**
	 * The provider.
	 * @return Nango's name for it, for example {@code github}, or null when Nango does
	 * not tell
	 */
	@Nullable String provider();

	/**
	 * The way to authenticate.
	 * @return Nango's name for it, for example {@code OAUTH2}, or null when Nango does
	 * not tell
	 */
	@Nullable String authMode();

	/**
	 * The environment the connection is in.
	 * @return its name, for example {@code prod}, or null when Nango does not tell
	 */
	@Nullable String environment();

}
