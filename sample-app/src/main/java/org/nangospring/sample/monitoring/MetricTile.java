package org.nangospring.sample.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * A number that tells how things are.
 *
 * @param id tells it from others
 * @param label what it is
 * @param value the number as people read it
 * @param note more about it; may be empty
 * @param bar how much is left, or null where that makes no sense
 * @param address where the actuator has more
 */
public record MetricTile(String id, String label, String value, String note, @Nullable Bar bar, String address) {

}
