/**
 * Calls to a provider's own API through Nango.
 */
@NullMarked
package org.nangospring.client.proxy;

import org.jspecify.annotations.NullMarked;
