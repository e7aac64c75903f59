/**
 * Tells open pages what has happened, so that they show it without being loaded again.
 */
@NullMarked
package org.nangospring.sample.live;

import org.jspecify.annotations.NullMarked;
