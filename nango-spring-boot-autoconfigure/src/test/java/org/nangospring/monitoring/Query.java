package org.nangospring.monitoring;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An expression of the dashboard or of an alert rule.
 *
 * @param name where it is
 * @param expression the expression
 * @param labels the labels of its results that texts make use of
 */
record Query(String name, String expression, Set<String> labels) {

	private static final Pattern LABEL = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?(\\w+)\\s*}}");

	/**
	 * The labels that a text has in double braces.
	 */
	static Set<String> labelsOf(String text) {
		return LABEL.matcher(text).results().map((MatchResult match) -> match.group(1)).collect(Collectors.toSet());
	}

	@Override
	public String toString() {
		return this.name;
	}

}
