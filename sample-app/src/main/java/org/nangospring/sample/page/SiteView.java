package org.nangospring.sample.page;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.setup.NangoTarget;

/**
 * What stands around every view.
 *
 * @param target the Nango that is asked
 * @param theme {@code light} or {@code dark}, or null for what the system has
 * @param outage whether all calls to that Nango fail, because somebody wants them to
 * @param seen the last live event before the page was made
 */
record SiteView(NangoTarget target, @Nullable String theme, boolean outage, String seen) {

}
