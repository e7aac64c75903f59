/**
 * Providers: the APIs that Nango knows.
 */
@NullMarked
package org.nangospring.client.provider;

import org.jspecify.annotations.NullMarked;
