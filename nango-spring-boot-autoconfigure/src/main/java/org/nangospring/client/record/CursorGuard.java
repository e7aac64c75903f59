package org.nangospring.client.record;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Page;
import org.nangospring.client.http.UnusableAnswerException;

/**
 * Notices when cursors go round in circles, so that paging would never end. It remembers
 * one cursor at a time and moves on to a later one after twice as many pages as before
 * (Brent's algorithm), so it takes no more memory for a million pages than for two.
 */
final class CursorGuard {

	private @Nullable String remembered;

	private long steps;

	private long limit = 1;

	<T> Page<T, String> check(Page<T, String> page) {
		String next = page.next();
		if (next == null) {
			return page;
		}
		if (next.equals(this.remembered)) {
			throw new UnusableAnswerException("the cursors of the pages go round in circles, so paging would not end");
		}
		this.steps++;
		if (this.steps == this.limit) {
			this.remembered = next;
			this.steps = 0;
			this.limit *= 2;
		}
		return page;
	}

}
