/**
 * Calling the provider's own API.
 */
@NullMarked
package org.nangospring.sample.proxy;

import org.jspecify.annotations.NullMarked;
