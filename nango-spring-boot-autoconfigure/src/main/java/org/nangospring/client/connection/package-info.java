/**
 * Connections: what a user of the application has connected, with credentials and
 * metadata.
 */
@NullMarked
package org.nangospring.client.connection;

import org.jspecify.annotations.NullMarked;
