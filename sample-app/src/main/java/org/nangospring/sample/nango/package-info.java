/**
 * A small Nango for trying the sample out without an account: it answers on a port of
 * loopback, keeps its state in memory and talks to a pretend provider.
 */
@NullMarked
package org.nangospring.sample.nango;

import org.jspecify.annotations.NullMarked;
