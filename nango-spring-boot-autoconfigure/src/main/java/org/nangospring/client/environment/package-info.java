/**
 * What belongs to the whole environment of a key.
 */
@NullMarked
package org.nangospring.client.environment;

import org.jspecify.annotations.NullMarked;
