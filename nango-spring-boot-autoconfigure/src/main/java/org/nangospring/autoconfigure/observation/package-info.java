/**
 * Auto-configuration of observations and metrics of the client.
 */
@NullMarked
package org.nangospring.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
