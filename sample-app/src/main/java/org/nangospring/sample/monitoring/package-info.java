/**
 * How the application and its calls to Nango are doing.
 */
@NullMarked
package org.nangospring.sample.monitoring;

import org.jspecify.annotations.NullMarked;
