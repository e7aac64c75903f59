/**
 * The syncs of a connection.
 */
@NullMarked
package org.nangospring.sample.sync;

import org.jspecify.annotations.NullMarked;
