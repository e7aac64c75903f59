/**
 * Lets calls to Nango go wrong, and shows what the starter makes of it.
 */
@NullMarked
package org.nangospring.sample.resilience;

import org.jspecify.annotations.NullMarked;
