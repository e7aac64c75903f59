/**
 * Records that Nango has collected, as the input of Spring Batch jobs.
 */
@NullMarked
package org.nangospring.batch;

import org.jspecify.annotations.NullMarked;
