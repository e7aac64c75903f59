/**
 * The Nango client: {@link org.nangospring.client.NangoClient}, its reactive twin, their
 * builder and the exceptions they throw.
 */
@NullMarked
package org.nangospring.client;

import org.jspecify.annotations.NullMarked;
