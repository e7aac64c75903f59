/**
 * One call, made by several clients in turn.
 */
@NullMarked
package org.nangospring.benchmark.calls;

import org.jspecify.annotations.NullMarked;
