/**
 * A web application that uses the starter.
 */
@NullMarked
package org.nangospring.sample;

import org.jspecify.annotations.NullMarked;
