package org.nangospring.sample.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets controllers name a view, and answers with the view alone when htmx asks for it,
 * else with the whole page around it. What is no view is left as it is: the parts of
 * views, redirects.
 */
@Component
class PageInterceptor implements HandlerInterceptor {

	private static final String VIEWS = "views/";

	private final Site site;

	PageInterceptor(Site site) {
		this.site = site;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView answer) {
		String view = (answer != null) ? answer.getViewName() : null;
		if (answer == null || view == null || !view.startsWith(VIEWS)) {
			return;
		}
		// both answers have the same address
		response.addHeader(HttpHeaders.VARY, Htmx.REQUEST);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (Htmx.isUsed(request)) {
			answer.setViewName(view + " :: view");
			// wherever the link was
			response.setHeader("HX-Retarget", "#main");
			response.setHeader("HX-Reswap", "innerHTML show:window:top");
			response.setHeader("HX-Push-Url", address(request));
		}
		else {
			answer.addObject("view", view);
			answer.addObject("site", this.site.view(request));
			answer.setViewName("layout");
		}
	}

	private static String address(HttpServletRequest request) {
		String query = request.getQueryString();
		return request.getRequestURI() + ((query != null) ? "?" + query : "");
	}

}
