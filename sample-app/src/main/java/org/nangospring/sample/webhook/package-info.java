/**
 * Webhooks of Nango, shown as they come in.
 */
@NullMarked
package org.nangospring.sample.webhook;

import org.jspecify.annotations.NullMarked;
