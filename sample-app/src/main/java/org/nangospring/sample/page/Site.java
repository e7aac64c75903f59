package org.nangospring.sample.page;

import java.util.Arrays;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.nangospring.sample.resilience.ResilienceService;
import org.nangospring.sample.setup.NangoTarget;

import org.springframework.stereotype.Component;

/**
 * Knows what stands around every view.
 */
@Component
class Site {

	private static final Set<String> THEMES = Set.of("light", "dark");

	private final NangoTarget target;

	private final ResilienceService resilience;

	Site(NangoTarget target, ResilienceService resilience) {
		this.target = target;
		this.resilience = resilience;
	}

	SiteView view(HttpServletRequest request, String seen) {
		Cookie[] cookies = (request.getCookies() != null) ? request.getCookies() : new Cookie[0];
		String theme = Arrays.stream(cookies)
			.filter((cookie) -> cookie.getName().equals("theme"))
			.map(Cookie::getValue)
			.filter(THEMES::contains)
			.findFirst()
			.orElse(null);
		return new SiteView(this.target, theme, this.resilience.isOutageOn(), seen);
	}

}
