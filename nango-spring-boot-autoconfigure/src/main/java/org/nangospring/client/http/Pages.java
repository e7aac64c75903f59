package org.nangospring.client.http;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import reactor.core.publisher.Flux;

/**
 * Goes through pages one by one. The next page is fetched while the reader works on this
 * one, but not before a quarter of the first page was taken: who wants only the first few
 * items costs one call.
 */
public final class Pages {

	private Pages() {
	}

	/**
	 * All items, page after page.
	 * @param <T> the type of the items
	 * @param <P> the type of what names a page
	 * @param executor runs the calls
	 * @param source says how to ask for pages
	 * @return a sequential stream that fetches as it is read, one page ahead at most
	 */
	public static <T, P> Stream<T> stream(BlockingExecutor executor, PageSource<T, P> source) {
		PageIterator<T, P> items = new PageIterator<>(executor, source);
		return StreamSupport
			.stream(Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED | Spliterator.NONNULL), false)
			.onClose(items::close);
	}

	/**
	 * All items, page after page.
	 * @param <T> the type of the items
	 * @param <P> the type of what names a page
	 * @param executor runs the calls
	 * @param source makes what says how to ask for pages, for each subscription
	 * @return a flux that fetches as items are requested, one page ahead at most
	 */
	public static <T, P> Flux<T> flux(ReactiveExecutor executor, Supplier<PageSource<T, P>> source) {
		return Flux.defer(() -> new PageFlux<>(executor, source.get()).items());
	}

	/**
	 * How many items of a page are taken before the next page is fetched. Who has read a
	 * whole page wants more than the first few.
	 */
	static int lookAheadAfter(int size, boolean firstPage) {
		return firstPage ? size / 4 + 1 : 1;
	}

}
