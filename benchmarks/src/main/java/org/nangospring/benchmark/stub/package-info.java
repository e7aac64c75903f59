/**
 * A server in place of Nango that is clearly faster than every client.
 */
@NullMarked
package org.nangospring.benchmark.stub;

import org.jspecify.annotations.NullMarked;
