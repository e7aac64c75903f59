package org.nangospring.client.record;

import org.jspecify.annotations.Nullable;

/**
 * A page whose payloads are not read yet.
 *
 * @param <T> the type of the payload
 * @param records the records
 * @param nextCursor the cursor of the next page, or null after the last
 */
record UnreadPage<T>(UnreadRecords<T> records, @Nullable String nextCursor) {
}
