/**
 * Record listeners: every change of the records that Nango has collected reaches the
 * application, in order, and nothing is lost.
 */
@NullMarked
package org.nangospring.listener;

import org.jspecify.annotations.NullMarked;
