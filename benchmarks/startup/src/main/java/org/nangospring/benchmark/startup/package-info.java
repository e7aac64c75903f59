/**
 * Applications that do nothing but start.
 */
@NullMarked
package org.nangospring.benchmark.startup;

import org.jspecify.annotations.NullMarked;
