package org.nangospring.sample.page;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.RateLimit;
import org.nangospring.sample.connection.Catalogue;
import org.nangospring.sample.setup.NangoTarget;
import org.nangospring.sample.webhook.WebhookView;

/**
 * The page.
 *
 * @param target the Nango that was asked
 * @param entries integrations and connections
 * @param chosen the chosen connection, or null when there is none
 * @param webhooks the last webhooks, the newest first
 * @param rateLimit what is left of the rate limit, or null when that is not known
 */
record PageView(NangoTarget target, Part<List<Catalogue.Entry>> entries, @Nullable ChosenConnection chosen,
		List<WebhookView> webhooks, @Nullable RateLimit rateLimit) {
}
