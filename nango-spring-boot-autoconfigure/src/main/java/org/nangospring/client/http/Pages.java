package org.nangospring.client.http;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Goes through pages one by one, fetching each only when its items are wanted.
 */
public final class Pages {

	private Pages() {
	}

	/**
	 * All items, page after page.
	 * @param <T> the type of the items
	 * @param <P> the type of what names a page
	 * @param first fetches the first page
	 * @param next fetches the page of a name
	 * @return a sequential stream that fetches as it is read
	 */
	public static <T, P> Stream<T> stream(Supplier<Page<T, P>> first, Function<P, Page<T, P>> next) {
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new PageIterator<>(first, next),
				Spliterator.ORDERED | Spliterator.NONNULL), false);
	}

	/**
	 * All items, page after page.
	 * @param <T> the type of the items
	 * @param <P> the type of what names a page
	 * @param first fetches the first page
	 * @param next fetches the page of a name
	 * @return a flux that fetches as items are requested, one page ahead at most
	 */
	public static <T, P> Flux<T> flux(Mono<Page<T, P>> first, Function<P, Mono<Page<T, P>>> next) {
		return first.expand((page) -> (page.next() != null) ? next.apply(page.next()) : Mono.empty())
			.concatMapIterable(Page::items, 1);
	}

	private static final class PageIterator<T, P> implements Iterator<T> {

		private final Supplier<Page<T, P>> first;

		private final Function<P, Page<T, P>> following;

		private Iterator<T> items = Collections.emptyIterator();

		private boolean started;

		private @Nullable P next;

		PageIterator(Supplier<Page<T, P>> first, Function<P, Page<T, P>> following) {
			this.first = first;
			this.following = following;
		}

		@Override
		public boolean hasNext() {
			while (!this.items.hasNext()) {
				if (!this.started) {
					take(this.first.get());
					this.started = true;
				}
				else if (this.next != null) {
					take(this.following.apply(this.next));
				}
				else {
					return false;
				}
			}
			return true;
		}

		private void take(Page<T, P> page) {
			this.items = page.items().iterator();
			this.next = page.next();
		}

		@Override
		public T next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			return this.items.next();
		}

	}

}
