package org.nangospring.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Finds who answers a call.
 */
final class MockRouter {

	private final List<Route> routes = new ArrayList<>();

	/**
	 * Adds a route. Of several that match, the first one answers.
	 */
	void add(String method, String pattern, Handler handler) {
		this.routes.add(new Route(method, PathPatternParser.defaultInstance.parse(pattern), handler));
	}

	MockAnswer answer(NangoCall call) {
		PathContainer path = PathContainer.parsePath(call.path());
		for (Route route : this.routes) {
			PathPattern.PathMatchInfo match = route.method.equals(call.method()) ? route.pattern.matchAndExtract(path)
					: null;
			if (match != null) {
				return route.handler.answer(call, match.getUriVariables());
			}
		}
		return unknown(call).hint(
				"there is no such path in Nango, or the mock does not know it: then use nangoMock.wireMock().stubFor(…)");
	}

	/**
	 * Nango answers unknown paths with its dashboard when they are read.
	 */
	private static MockAnswer unknown(NangoCall call) {
		return call.method().equals("GET")
				? MockAnswer.html(200, "<!doctype html><html><head><title>Nango</title></head><body></body></html>")
				: MockAnswer.html(404,
						"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
								+ "<title>Error</title>\n</head>\n<body>\n<pre>Cannot " + call.method() + " "
								+ call.path() + "</pre>\n</body>\n</html>\n");
	}

	/**
	 * Answers calls.
	 */
	@FunctionalInterface
	interface Handler {

		MockAnswer answer(NangoCall call, Map<String, String> path);

	}

	private record Route(String method, PathPattern pattern, Handler handler) {
	}

}
