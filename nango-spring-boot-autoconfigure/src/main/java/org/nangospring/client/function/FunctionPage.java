package org.nangospring.client.function;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.FailedCall;
import org.nangospring.client.NangoResponseException;

/**
 * Some of the functions that are deployed for an integration.
 */
public final class FunctionPage {

	private final List<FunctionConfig> functions;

	private final long total;

	private final int page;

	private final int limit;

	/**
	 * Creates a page.
	 * @param functions the functions
	 * @param total how many there are on all pages
	 * @param page the number of this page; the first is 0
	 * @param limit how many a page has at most
	 */
	public FunctionPage(List<FunctionConfig> functions, long total, int page, int limit) {
		this.functions = List.copyOf(functions);
		this.total = total;
		this.page = page;
		this.limit = limit;
	}

	/**
	 * The functions.
	 * @return the functions; empty past the last page
	 */
	public List<FunctionConfig> functions() {
		return this.functions;
	}

	/**
	 * How many there are on all pages.
	 * @return the number
	 */
	public long total() {
		return this.total;
	}

	/**
	 * The number of this page.
	 * @return the number; the first is 0
	 */
	public int page() {
		return this.page;
	}

	/**
	 * How many a page has at most.
	 * @return the number
	 */
	public int limit() {
		return this.limit;
	}

	/**
	 * Whether there are functions on later pages.
	 * @return whether there are
	 */
	public boolean hasNext() {
		return !this.functions.isEmpty() && (this.page + 1L) * this.limit < this.total;
	}

	/**
	 * The page to ask for after this one, or null after the last.
	 * @param asked the page that was asked for
	 */
	@Nullable Integer following(int asked) {
		if (hasNext() && this.page != asked) {
			throw new NangoResponseException(FailedCall.of("functions.list"), 200, "the answer is page " + this.page
					+ " where page " + asked + " was asked for, so paging would not end");
		}
		return hasNext() ? asked + 1 : null;
	}

	@Override
	public String toString() {
		return "FunctionPage[" + this.functions.size() + " of " + this.total + " functions]";
	}

}
