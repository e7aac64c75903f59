/**
 * Webhooks that Nango sends: checking their signature and reading them.
 */
@NullMarked
package org.nangospring.webhook;

import org.jspecify.annotations.NullMarked;
