/**
 * The connections of the environment, without their credentials.
 */
@NullMarked
package org.nangospring.sample.connection;

import org.jspecify.annotations.NullMarked;
