package org.nangospring.sample.web;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that another site makes in the person's browser. Together with
 * {@link LocalNameFilter} that is all the protection there is: the sample has no users
 * and no login, listens on loopback only (see {@code server.address}), and changes
 * nothing by GET.
 */
@Component
class SameOriginFilter extends OncePerRequestFilter {

	private static final Set<String> SAFE_METHODS = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(),
			HttpMethod.OPTIONS.name());

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return SAFE_METHODS.contains(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (fromAnotherSite(request)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN, "Requests of other sites are refused");
			return;
		}
		chain.doFilter(request, response);
	}

	/**
	 * Browsers say where a request comes from; other programs need not.
	 */
	private static boolean fromAnotherSite(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return !(site.equals("same-origin") || site.equals("none"));
		}
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return origin != null && !authority(origin).equals(request.getHeader(HttpHeaders.HOST));
	}

	private static String authority(String origin) {
		try {
			String authority = URI.create(origin).getRawAuthority();
			return (authority != null) ? authority : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
