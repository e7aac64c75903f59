package org.nangospring.sample.page;

import org.jspecify.annotations.Nullable;

/**
 * Which records a person has chosen to see.
 *
 * @param model their model, or null for the first
 * @param cursor where they begin, or null for the beginning
 */
record RecordChoice(@Nullable String model, @Nullable String cursor) {

}
