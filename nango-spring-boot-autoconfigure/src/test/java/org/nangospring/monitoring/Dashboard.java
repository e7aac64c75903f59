package org.nangospring.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dashboard for Grafana.
 *
 * @param json what Grafana imports
 */
record Dashboard(JsonNode json) {

	private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), *(\\w+)\\)");

	static Dashboard read(Path docs) throws IOException {
		return new Dashboard(
				JsonMapper.shared().readTree(Files.readString(docs.resolve("monitoring/grafana-dashboard.json"))));
	}

	List<JsonNode> panels() {
		return this.json.path("panels").valueStream().toList();
	}

	List<JsonNode> graphs() {
		return panels().stream().filter((panel) -> !panel.path("type").asString().equals("row")).toList();
	}

	List<JsonNode> variables() {
		return this.json.path("templating").path("list").valueStream().toList();
	}

	Stream<Query> queries() {
		return Stream.concat(variables().stream()
			.filter((variable) -> variable.path("type").asString().equals("query"))
			.map(Dashboard::query), graphs().stream().flatMap(Dashboard::queries));
	}

	private static Query query(JsonNode variable) {
		String query = variable.path("query").path("query").asString();
		Matcher values = LABEL_VALUES.matcher(query);
		if (!values.matches()) {
			throw new IllegalStateException("Not understood: " + query);
		}
		return new Query("variable " + variable.path("name").asString(), values.group(1), Set.of(values.group(2)));
	}

	private static Stream<Query> queries(JsonNode panel) {
		String title = panel.path("title").asString();
		return panel.path("targets")
			.valueStream()
			.map((target) -> new Query(title + " " + target.path("refId").asString(), target.path("expr").asString(),
					Query.labelsOf(target.path("legendFormat").asString())));
	}

}
