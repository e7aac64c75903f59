/**
 * An application that does nothing but start.
 */
@NullMarked
package org.nangospring.benchmark.startup;

import org.jspecify.annotations.NullMarked;
