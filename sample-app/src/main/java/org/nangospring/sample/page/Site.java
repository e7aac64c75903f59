package org.nangospring.sample.page;

import org.nangospring.client.NangoClient;
import org.nangospring.sample.setup.NangoTarget;

import org.springframework.stereotype.Component;

/**
 * Knows what the head of every page shows.
 */
@Component
class Site {

	private final NangoTarget target;

	private final NangoClient nango;

	Site(NangoTarget target, NangoClient nango) {
		this.target = target;
		this.nango = nango;
	}

	SiteView view() {
		return new SiteView(this.target, this.nango.rateLimit());
	}

}
