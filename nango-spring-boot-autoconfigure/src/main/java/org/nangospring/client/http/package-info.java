/**
 * The engine that sends calls to Nango. Not for applications: anything here may change
 * without notice.
 */
@NullMarked
package org.nangospring.client.http;

import org.jspecify.annotations.NullMarked;
