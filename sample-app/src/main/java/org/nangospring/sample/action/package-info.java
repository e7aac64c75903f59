/**
 * Running actions.
 */
@NullMarked
package org.nangospring.sample.action;

import org.jspecify.annotations.NullMarked;
