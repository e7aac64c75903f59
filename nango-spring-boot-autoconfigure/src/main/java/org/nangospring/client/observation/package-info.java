/**
 * What a call reports to Micrometer's Observation API.
 */
@NullMarked
package org.nangospring.client.observation;

import org.jspecify.annotations.NullMarked;
