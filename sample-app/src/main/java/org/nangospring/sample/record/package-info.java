/**
 * The records of a connection.
 */
@NullMarked
package org.nangospring.sample.record;

import org.jspecify.annotations.NullMarked;
