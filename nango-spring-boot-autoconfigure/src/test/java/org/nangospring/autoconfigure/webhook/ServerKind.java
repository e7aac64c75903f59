package org.nangospring.autoconfigure.webhook;

import org.springframework.boot.WebApplicationType;

/**
 * The two kinds of web applications.
 */
enum ServerKind {

	SERVLET(WebApplicationType.SERVLET), REACTIVE(WebApplicationType.REACTIVE);

	private final WebApplicationType type;

	ServerKind(WebApplicationType type) {
		this.type = type;
	}

	WebApplicationType type() {
		return this.type;
	}

}
