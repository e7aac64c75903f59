/**
 * Syncs: triggering, pausing, starting, and their state.
 */
@NullMarked
package org.nangospring.client.sync;

import org.jspecify.annotations.NullMarked;
