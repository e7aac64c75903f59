/**
 * What the starter adds to the start of an application.
 */
@NullMarked
package org.nangospring.benchmark.startup;

import org.jspecify.annotations.NullMarked;
