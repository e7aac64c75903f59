/**
 * Connect sessions: letting users connect their accounts.
 */
@NullMarked
package org.nangospring.client.connect;

import org.jspecify.annotations.NullMarked;
