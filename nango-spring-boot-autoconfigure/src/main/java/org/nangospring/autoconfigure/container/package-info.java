/**
 * Service connections to a Nango server that runs in a container.
 */
@NullMarked
package org.nangospring.autoconfigure.container;

import org.jspecify.annotations.NullMarked;
