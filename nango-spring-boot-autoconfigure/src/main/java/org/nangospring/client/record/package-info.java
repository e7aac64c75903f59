/**
 * Records that syncs have collected.
 */
@NullMarked
package org.nangospring.client.record;

import org.jspecify.annotations.NullMarked;
