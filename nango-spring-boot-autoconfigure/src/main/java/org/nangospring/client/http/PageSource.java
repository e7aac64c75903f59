package org.nangospring.client.http;

import org.jspecify.annotations.Nullable;

/**
 * Knows how to ask for the pages of one list. One is made for each stream, so it may
 * remember what it has seen.
 *
 * @param <T> the type of the items
 * @param <P> the type of what names a page
 */
@FunctionalInterface
public interface PageSource<T, P> {

	/**
	 * Asks for a page.
	 * @param name the name of the page, or null for the first
	 * @return the call that fetches it
	 */
	NangoRequest<Page<T, P>> request(@Nullable P name);

	/**
	 * How to go on when a page was larger than the client holds in memory.
	 * @return a source that asks for less at once, or null if that is not possible
	 */
	default @Nullable PageSource<T, P> smaller() {
		return null;
	}

}
