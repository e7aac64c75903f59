package org.nangospring.sample.page;

import java.nio.charset.StandardCharsets;

import org.springframework.web.util.UriUtils;

/**
 * Names a connection, and knows where it is shown.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id
 */
public record ConnectionRef(String integrationId, String connectionId) {

	/**
	 * Where the connection is shown.
	 * @return a path
	 */
	public String path() {
		return "/connections/" + segment(this.integrationId) + "/" + segment(this.connectionId);
	}

	/**
	 * Where one of its tiles is.
	 * @param tile the name of the tile
	 * @return a path
	 */
	public String path(String tile) {
		return path() + "/" + tile;
	}

	/**
	 * Where one of its tiles is within the page.
	 * @param tile the name of the tile
	 * @return a path with a fragment
	 */
	public String view(String tile) {
		return path() + "#" + tile;
	}

	/**
	 * The name by which live events tell which connection they are about.
	 * @return both ids
	 */
	public String key() {
		return this.integrationId + "/" + this.connectionId;
	}

	private static String segment(String id) {
		// what follows a semicolon would be left out
		return UriUtils.encode(id, StandardCharsets.UTF_8);
	}

}
