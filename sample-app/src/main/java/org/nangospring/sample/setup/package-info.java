/**
 * Which Nango the application talks to: its own, or the real one.
 */
@NullMarked
package org.nangospring.sample.setup;

import org.jspecify.annotations.NullMarked;
