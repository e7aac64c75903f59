package org.nangospring.sample.page;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What htmx says about its requests.
 */
final class Htmx {

	static final String REQUEST = "HX-Request";

	private Htmx() {
	}

	/**
	 * Whether only a part of the page is asked for.
	 * @param request the request
	 * @return whether htmx has sent it
	 */
	static boolean isUsed(HttpServletRequest request) {
		return "true".equals(request.getHeader(REQUEST));
	}

}
