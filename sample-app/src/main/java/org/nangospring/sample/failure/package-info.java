/**
 * What a failed call means for the person or the program that asked for it.
 */
@NullMarked
package org.nangospring.sample.failure;

import org.jspecify.annotations.NullMarked;
