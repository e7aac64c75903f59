/**
 * Auto-configuration of record listeners.
 */
@NullMarked
package org.nangospring.autoconfigure.listener;

import org.jspecify.annotations.NullMarked;
