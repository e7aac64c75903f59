/**
 * Auto-configuration of an endpoint for webhooks of Nango.
 */
@NullMarked
package org.nangospring.autoconfigure.webhook;

import org.jspecify.annotations.NullMarked;
