package org.nangospring.sample.nango;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Finds the endpoint of a request.
 */
final class Router {

	private final List<Route> routes = new ArrayList<>();

	void add(String method, String template, Route.Handler handler) {
		this.routes.add(new Route(method, List.of(template.substring(1).split("/")), handler));
	}

	@Nullable Match find(Request request) {
		List<String> segments = request.segments();
		for (Route route : this.routes) {
			if (route.answers(request.method())) {
				List<String> variables = route.match(segments);
				if (variables != null) {
					return new Match(route, variables);
				}
			}
		}
		return null;
	}

	/**
	 * What Nango answers where it has no endpoint: its dashboard, with status 200, to
	 * everything that can be a browser.
	 * @param request the request nobody takes
	 * @return a page
	 */
	static Answer noEndpoint(Request request) {
		if (request.method().equals("GET") || request.method().equals("HEAD")) {
			return Answer.html(200, "<!doctype html><html><head><title>Nango</title></head><body></body></html>\n");
		}
		String path = request.uri().getRawPath().replace("&", "&amp;").replace("<", "&lt;");
		return Answer.html(404, """
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<title>Error</title>
				</head>
				<body>
				<pre>Cannot %s %s</pre>
				</body>
				</html>
				""".formatted(request.method(), path));
	}

	record Match(Route route, List<String> variables) {

		Answer handle(Request request) {
			return Etags.apply(request, this.route.handler().handle(request, this.variables));
		}

	}

}
