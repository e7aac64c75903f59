package org.nangospring.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The alert rules for Prometheus.
 *
 * @param rules the rules of all groups
 */
record AlertRules(List<Rule> rules) {

	@SuppressWarnings("unchecked")
	static AlertRules read(Path docs) throws IOException {
		String yaml = Files.readString(docs.resolve("monitoring/alerts.yml"));
		Map<String, List<Map<String, Object>>> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
		return new AlertRules(file.get("groups")
			.stream()
			.flatMap((group) -> ((List<Map<String, Object>>) group.get("rules")).stream())
			.map(AlertRules::rule)
			.toList());
	}

	@SuppressWarnings("unchecked")
	private static Rule rule(Map<String, Object> rule) {
		return new Rule((String) rule.get("alert"), (String) rule.get("expr"), (String) rule.get("for"),
				(Map<String, String>) rule.get("labels"), (Map<String, String>) rule.get("annotations"));
	}

	Stream<Query> queries() {
		return this.rules.stream()
			.map((rule) -> new Query("alert " + rule.name, rule.expression,
					Query.labelsOf(rule.annotations.values().toString())));
	}

	/**
	 * A rule.
	 *
	 * @param name its name
	 * @param expression fires while it has results
	 * @param time for how long it has to have them, or null
	 * @param labels labels of the alert
	 * @param annotations texts
	 */
	record Rule(String name, String expression, String time, Map<String, String> labels,
			Map<String, String> annotations) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
