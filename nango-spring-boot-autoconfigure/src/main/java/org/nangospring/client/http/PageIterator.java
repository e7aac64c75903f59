package org.nangospring.client.http;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoResponseTooLargeException;

/**
 * Goes through pages for a caller that waits. While the caller works on a page, the next
 * one is fetched.
 *
 * @param <T> the type of the items
 * @param <P> the type of what names a page
 */
final class PageIterator<T, P> implements Iterator<T> {

	private final BlockingExecutor executor;

	private PageSource<T, P> source;

	private Iterator<T> items = Collections.emptyIterator();

	private @Nullable P next;

	private boolean started;

	/** How many items are left to take before the next page is worth fetching. */
	private int untilLookAhead;

	private @Nullable Ahead<Page<T, P>> ahead;

	PageIterator(BlockingExecutor executor, PageSource<T, P> source) {
		this.executor = executor;
		this.source = source;
	}

	@Override
	public boolean hasNext() {
		while (!this.items.hasNext()) {
			if (this.started && this.next == null) {
				return false;
			}
			try {
				take(fetch());
			}
			catch (NangoException ex) {
				throw this.executor.told(ex);
			}
		}
		return true;
	}

	@Override
	public T next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		this.untilLookAhead--;
		if (this.untilLookAhead == 0 && this.next != null) {
			this.ahead = this.executor.begin(this.source.request(this.next));
		}
		try {
			return this.items.next();
		}
		catch (UnusableAnswerException ex) {
			throw this.executor.told(this.executor.unusable(this.source.request(this.next), ex));
		}
	}

	private Page<T, P> fetch() {
		while (true) {
			try {
				return fetchOnce();
			}
			catch (NangoResponseTooLargeException ex) {
				PageSource<T, P> smaller = this.source.smaller();
				if (smaller == null) {
					throw ex;
				}
				this.source = smaller;
			}
		}
	}

	private Page<T, P> fetchOnce() {
		Ahead<Page<T, P>> begun = this.ahead;
		if (begun == null) {
			return this.executor.executePart(this.source.request(this.next));
		}
		BlockingExecutor.refuseToWaitHere(begun.request());
		this.ahead = null;
		return this.executor.await(begun);
	}

	private void take(Page<T, P> page) {
		Collection<T> list = page.items();
		this.items = list.iterator();
		this.next = page.next();
		this.untilLookAhead = Pages.lookAheadAfter(list.size(), !this.started);
		this.started = true;
	}

	void close() {
		if (this.ahead != null) {
			this.ahead.cancel();
			this.ahead = null;
		}
		this.items = Collections.emptyIterator();
		this.next = null;
		this.started = true;
	}

}
