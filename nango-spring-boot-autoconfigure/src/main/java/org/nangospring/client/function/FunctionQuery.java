package org.nangospring.client.function;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoRequestBuilder;

/**
 * Which functions to list.
 */
public final class FunctionQuery {

	private @Nullable FunctionType type;

	private @Nullable String search;

	private @Nullable Integer page;

	private @Nullable Integer limit;

	FunctionQuery() {
	}

	/**
	 * Only functions of this kind.
	 * @param type the kind
	 * @return this query
	 */
	public FunctionQuery type(FunctionType type) {
		this.type = Arguments.required(type, "type");
		return this;
	}

	/**
	 * Only functions in whose name the text is found, whatever its case.
	 * @param search the text
	 * @return this query
	 */
	public FunctionQuery search(String search) {
		this.search = Arguments.text(search, "search");
		return this;
	}

	/**
	 * Which page to list.
	 * @param page the number of the page; the first is 0
	 * @return this query
	 */
	public FunctionQuery page(int page) {
		this.page = Arguments.range(page, 0, Integer.MAX_VALUE, "page");
		return this;
	}

	/**
	 * How many functions a page has.
	 * @param limit the number, from 1 to 100; Nango's own default is 20
	 * @return this query
	 */
	public FunctionQuery limit(int limit) {
		this.limit = Arguments.range(limit, 1, 100, "limit");
		return this;
	}

	int firstPage() {
		return (this.page != null) ? this.page : 0;
	}

	void applyTo(NangoRequestBuilder builder) {
		builder.query("type", this.type)
			.query("search", this.search)
			.query("page", this.page)
			.query("limit", this.limit);
	}

}
