package org.nangospring.client.http;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Items that came together, and how to ask for those that follow.
 *
 * @param <T> the type of the items
 * @param <P> the type of what names a page
 * @param items the items, possibly none
 * @param next the name of the next page, or null after the last
 */
public record Page<T, P>(Collection<T> items, @Nullable P next) {
}
