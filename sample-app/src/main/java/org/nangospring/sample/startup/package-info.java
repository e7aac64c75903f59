/**
 * What the application does once when it starts.
 */
@NullMarked
package org.nangospring.sample.startup;

import org.jspecify.annotations.NullMarked;
