/**
 * The Nango server itself.
 */
@NullMarked
package org.nangospring.client.server;

import org.jspecify.annotations.NullMarked;
