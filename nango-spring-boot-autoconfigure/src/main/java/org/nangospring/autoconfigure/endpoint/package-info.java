/**
 * Auto-configuration of the actuator endpoint that shows clients.
 */
@NullMarked
package org.nangospring.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
