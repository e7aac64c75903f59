/**
 * The commands of the benchmarks, and the processes they use.
 */
@NullMarked
package org.nangospring.benchmark;

import org.jspecify.annotations.NullMarked;
