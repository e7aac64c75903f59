package org.nangospring.sample.nango;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One endpoint.
 *
 * @param method the HTTP method
 * @param template the parts of its path: {@code *} matches any one part, a {@code **} at
 * the end matches the rest
 * @param handler what answers
 */
record Route(String method, List<String> template, Handler handler) {

	/**
	 * Matches a path. Like Nango, this ignores the case of the fixed parts.
	 * @param segments the parts of the path
	 * @return the parts that the template leaves open, or {@code null} without a match
	 */
	@Nullable List<String> match(List<String> segments) {
		int fixed = this.template.size();
		boolean open = this.template.get(fixed - 1).equals("**");
		if (open) {
			fixed--;
		}
		if (segments.size() < fixed || (!open && segments.size() > fixed)) {
			return null;
		}
		List<String> variables = new ArrayList<>();
		for (int i = 0; i < fixed; i++) {
			if (this.template.get(i).equals("*")) {
				variables.add(segments.get(i));
			}
			else if (!this.template.get(i).equalsIgnoreCase(segments.get(i))) {
				return null;
			}
		}
		variables.addAll(segments.subList(fixed, segments.size()));
		return variables;
	}

	boolean answers(String requestMethod) {
		// as in Express, a GET endpoint answers HEAD as well
		return this.method.equals(requestMethod) || (this.method.equals("GET") && requestMethod.equals("HEAD"));
	}

	boolean isPublic() {
		return switch (this.template.get(0)) {
			case "health", ConnectPage.PATH -> true;
			// these go by the token of the session
			case "connect" -> this.template.get(1).equals("session");
			default -> false;
		};
	}

	boolean takesAnyContentType() {
		return this.template.get(0).equals("proxy") || this.template.get(0).equals(ConnectPage.PATH);
	}

	/**
	 * Answers the requests of one route.
	 */
	@FunctionalInterface
	interface Handler {

		Answer handle(Request request, List<String> variables);

	}

}
