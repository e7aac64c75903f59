package org.nangospring.sample.page;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.RateLimit;
import org.nangospring.sample.setup.NangoTarget;

/**
 * What the head of every page shows.
 *
 * @param target the Nango that is asked
 * @param rateLimit what is left of the rate limit, or null when that is not known
 */
record SiteView(NangoTarget target, @Nullable RateLimit rateLimit) {

}
