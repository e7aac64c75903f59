/**
 * Actions: functions that run at Nango on demand.
 */
@NullMarked
package org.nangospring.client.action;

import org.jspecify.annotations.NullMarked;
