package org.nangospring.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangospring.monitoring.AlertRules.Rule;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dashboard and alert rules are made so that they can be used anywhere.
 */
class MonitoringFilesTests {

	private static final Path DOCS = Path.of("..", "docs");

	private static final Pattern PROPERTY = Pattern.compile("\\b(nango\\.[a-z]+(?:[.-][a-z]+)+)");

	static List<Rule> rules() throws IOException {
		return AlertRules.read(DOCS).rules();
	}

	@Test
	void theDashboardAsksTheDataSourceThatIsChosen() throws IOException {
		Dashboard dashboard = Dashboard.read(DOCS);
		assertThat(dashboard.variables()).extracting((variable) -> variable.path("name").asString())
			.containsExactly("datasource", "job", "instance", "client", "listener");
		assertThat(dashboard.json().has("__inputs")).isFalse();
		assertThat(dashboard.json().findValues("datasource")).hasSizeGreaterThan(50)
			.allSatisfy((source) -> assertThat(source.path("uid").asString()).isEqualTo("${datasource}"));
		assertThat(dashboard.queries()).filteredOn((query) -> !query.name().startsWith("variable"))
			.allSatisfy((query) -> assertThat(query.expression()).contains("job=~\"$job\"")
				.contains("instance=~\"$instance\""));
	}

	@Test
	void everyPanelExplainsItselfAndHasItsOwnIdAndPlace() throws IOException {
		Dashboard dashboard = Dashboard.read(DOCS);
		assertThat(dashboard.panels()).extracting((panel) -> panel.path("id").asInt()).doesNotHaveDuplicates();
		assertThat(dashboard.graphs()).hasSizeGreaterThan(30).allSatisfy((panel) -> {
			assertThat(panel.path("title").asString()).isNotBlank();
			assertThat(panel.path("description").asString()).endsWith(".");
			assertThat(panel.path("targets").size()).isPositive();
		});
		Set<String> taken = new HashSet<>();
		for (JsonNode panel : dashboard.panels()) {
			JsonNode place = panel.path("gridPos");
			for (int x = 0; x < place.path("w").asInt(); x++) {
				for (int y = 0; y < place.path("h").asInt(); y++) {
					String cell = (place.path("x").asInt() + x) + "," + (place.path("y").asInt() + y);
					assertThat(taken.add(cell)).as(panel.path("title") + " at " + cell).isTrue();
				}
			}
		}
	}

	@Test
	void everyAlertHasANameOfItsOwnThatTheGuideExplains() throws IOException {
		String guide = Files.readString(DOCS.resolve("monitoring.md"));
		assertThat(rules()).extracting(Rule::name).hasSizeGreaterThan(10).doesNotHaveDuplicates();
		assertThat(rules()).allSatisfy((rule) -> assertThat(guide).contains("| `" + rule.name() + "` |"));
		assertThat(Pattern.compile("\\| `(Nango\\w+)` \\|").matcher(guide).results().map((match) -> match.group(1)))
			.containsExactlyInAnyOrderElementsOf(rules().stream().map(Rule::name).toList());
	}

	@ParameterizedTest
	@MethodSource("rules")
	void anAlertSaysHowBadItIsAndWhatToDo(Rule rule) throws IOException {
		assertThat(rule.labels().get("severity")).isIn("warning", "critical");
		assertThat(rule.annotations().get("summary")).isNotBlank();
		assertThat(rule.annotations().get("description")).endsWith(".");
		String properties = Files.readString(DOCS.resolve("reference/properties.md"));
		assertThat(PROPERTY.matcher(rule.annotations().get("description")).results().map((match) -> match.group(1)))
			.allSatisfy((name) -> assertThat(properties).contains("| `" + name + "` |"));
	}

}
