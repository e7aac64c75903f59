package org.nangospring.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus names: metrics with the labels they are chosen by, and
 * the labels that results are grouped by.
 *
 * @param selectors the metrics
 * @param grouping labels of {@code by}, {@code on} and the like
 */
record PromQl(List<Selector> selectors, Set<String> grouping) {

	private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");

	private static final Pattern GROUPING = Pattern
		.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");

	private static final Pattern SELECTOR = Pattern
		.compile("(?<![\\w:])([a-zA-Z_:][\\w:]*)(?:\\s*\\{([^}]*)}|(?![\\w:])(?!\\s*\\())");

	private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"([^\"]*)\"");

	private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "offset", "bool");

	static PromQl parse(String expression) {
		String rest = RANGE.matcher(expression).replaceAll("");
		Set<String> grouping = new LinkedHashSet<>();
		Matcher groups = GROUPING.matcher(rest);
		groups.results()
			.flatMap((group) -> Arrays.stream(group.group(1).split(",")))
			.map(String::trim)
			.filter((label) -> !label.isEmpty())
			.forEach(grouping::add);
		List<Selector> selectors = new ArrayList<>();
		SELECTOR.matcher(groups.replaceAll(" "))
			.results()
			.filter((found) -> !KEYWORDS.contains(found.group(1)))
			.forEach((found) -> selectors.add(selector(found)));
		return new PromQl(selectors, grouping);
	}

	private static Selector selector(MatchResult found) {
		Map<String, String> matchers = new LinkedHashMap<>();
		if (found.group(2) != null) {
			MATCHER.matcher(found.group(2))
				.results()
				.forEach((matcher) -> matchers.merge(matcher.group(1), matcher.group(2),
						(one, other) -> one + "|" + other));
		}
		return new Selector(found.group(1), matchers);
	}

	/**
	 * A metric.
	 *
	 * @param metric its name
	 * @param matchers the labels it is chosen by, with their values, alternatives
	 * separated by vertical bars
	 */
	record Selector(String metric, Map<String, String> matchers) {
	}

}
