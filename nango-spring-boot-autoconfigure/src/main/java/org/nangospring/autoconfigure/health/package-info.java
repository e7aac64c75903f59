/**
 * Auto-configuration of the health check.
 */
@NullMarked
package org.nangospring.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
