package org.nangospring.sample.web;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that come over loopback under a foreign name. A site can let its own
 * name lead to this machine, and its scripts then count as those of this application.
 * Nango's webhooks may come through a tunnel: they are signed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class LocalNameFilter extends OncePerRequestFilter {

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

	private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

	private final String webhooks;

	LocalNameFilter(@Value("${nango.webhook.path}") String webhooks) {
		this.webhooks = webhooks;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		// whoever lets other machines in has chosen the names too
		return !LOOPBACK.contains(request.getLocalAddr()) || request.getRequestURI().equals(this.webhooks);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (NAMES.contains(request.getServerName())) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpStatus.MISDIRECTED_REQUEST.value(), "Use http://localhost");
		}
	}

}
