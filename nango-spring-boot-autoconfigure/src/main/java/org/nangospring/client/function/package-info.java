/**
 * Functions that are deployed to Nango, as configuration.
 */
@NullMarked
package org.nangospring.client.function;

import org.jspecify.annotations.NullMarked;
