package org.nangospring.client.connection;

import org.nangospring.client.http.NangoRequestBuilder;

/**
 * What to do while a connection is fetched. The key needs a scope that covers
 * credentials.
 */
public final class ConnectionOptions {

	private boolean forceRefresh;

	private boolean includeRefreshToken;

	private boolean refreshGithubAppJwtToken;

	ConnectionOptions() {
	}

	/**
	 * Refresh the credentials even if they have not expired.
	 * @return these options
	 */
	public ConnectionOptions forceRefresh() {
		this.forceRefresh = true;
		return this;
	}

	/**
	 * Answer the refresh token too.
	 * @return these options
	 */
	public ConnectionOptions includeRefreshToken() {
		this.includeRefreshToken = true;
		return this;
	}

	/**
	 * Make a new JSON Web Token for a GitHub App.
	 * @return these options
	 */
	public ConnectionOptions refreshGithubAppJwtToken() {
		this.refreshGithubAppJwtToken = true;
		return this;
	}

	void applyTo(NangoRequestBuilder builder) {
		builder.query("force_refresh", this.forceRefresh ? true : null)
			.query("refresh_token", this.includeRefreshToken ? true : null)
			.query("refresh_github_app_jwt_token", this.refreshGithubAppJwtToken ? true : null);
	}

}
