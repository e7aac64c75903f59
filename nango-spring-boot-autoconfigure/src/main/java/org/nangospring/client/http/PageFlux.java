package org.nangospring.client.http;

import java.util.Collection;
import java.util.Iterator;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoResponseTooLargeException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Goes through pages for one subscriber. While the subscriber works on a page, the next
 * one is fetched.
 *
 * @param <T> the type of the items
 * @param <P> the type of what names a page
 */
final class PageFlux<T, P> {

	private final ReactiveExecutor executor;

	/** Pages are asked for one after another, each maybe on another thread. */
	private volatile PageSource<T, P> source;

	PageFlux(ReactiveExecutor executor, PageSource<T, P> source) {
		this.executor = executor;
		this.source = source;
	}

	Flux<T> items() {
		return page(null).expand(TakenPage::following)
			// items may be decoded as they are taken, which is no work for an event loop
			.concatMap((page) -> Flux.fromIterable(page).subscribeOn(Schedulers.parallel(), false), 1)
			.onErrorMap(UnusableAnswerException.class, (ex) -> this.executor.unusable(this.source.request(null), ex))
			.onErrorMap(NangoException.class, this.executor::told);
	}

	private Mono<TakenPage> page(@Nullable P name) {
		return fetch(name).map((page) -> new TakenPage(page, name == null));
	}

	private Mono<Page<T, P>> fetch(@Nullable P name) {
		return Mono.defer(() -> this.executor.executePart(this.source.request(name)))
			.onErrorResume(NangoResponseTooLargeException.class, (ex) -> {
				PageSource<T, P> smaller = this.source.smaller();
				if (smaller == null) {
					return Mono.error(ex);
				}
				this.source = smaller;
				return fetch(name);
			});
	}

	/**
	 * A page that tells when so much of it was taken that the next is worth fetching.
	 */
	private final class TakenPage implements Iterable<T> {

		private final Page<T, P> page;

		private final boolean first;

		private final Sinks.Empty<TakenPage> taken = Sinks.empty();

		TakenPage(Page<T, P> page, boolean first) {
			this.page = page;
			this.first = first;
			if (page.items().isEmpty()) {
				this.taken.tryEmitEmpty();
			}
		}

		Mono<TakenPage> following() {
			P next = this.page.next();
			return (next != null) ? this.taken.asMono().switchIfEmpty(page(next)) : Mono.empty();
		}

		@Override
		public Iterator<T> iterator() {
			Collection<T> list = this.page.items();
			Iterator<T> iterator = list.iterator();
			return new Iterator<>() {

				private int untilLookAhead = Pages.lookAheadAfter(list.size(), TakenPage.this.first);

				@Override
				public boolean hasNext() {
					return iterator.hasNext();
				}

				@Override
				public T next() {
					this.untilLookAhead--;
					if (this.untilLookAhead == 0) {
						TakenPage.this.taken.tryEmitEmpty();
					}
					return iterator.next();
				}

			};
		}

	}

}
