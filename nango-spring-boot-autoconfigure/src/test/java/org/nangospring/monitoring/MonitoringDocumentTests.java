package org.nangospring.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangospring.autoconfigure.observation.NangoMeterDocumentation;
import org.nangospring.autoconfigure.webhook.NangoWebhookObservationDocumentation;
import org.nangospring.client.observation.NangoObservationDocumentation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dashboard, alert rules and documentation name what an application really shows to
 * Prometheus, and nothing that it shows is missing from the documentation.
 */
class MonitoringDocumentTests {

	private static final Path DOCS = Path.of("..", "docs");

	/** Labels that Prometheus adds itself. */
	private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

	private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

	private static MonitoredApplication application;

	private static Map<String, Set<String>> shown;

	@BeforeAll
	static void run() throws IOException {
		Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(DOCS.resolve("monitoring.md")));
		assertThat(yaml.find()).isTrue();
		application = new MonitoredApplication(yaml.group(1));
		application.use();
		shown = samples(application.scrape());
	}

	@AfterAll
	static void close() {
		application.close();
	}

	/**
	 * The metrics and their labels, where the same metric has always the same.
	 */
	private static Map<String, Set<String>> samples(String scraped) {
		Map<String, Set<String>> samples = new TreeMap<>();
		SAMPLE.matcher(scraped).results().forEach((sample) -> {
			Set<String> labels = (sample.group(2) == null) ? Set.of()
					: LABEL.matcher(sample.group(2))
						.results()
						.map((label) -> label.group(1))
						.collect(Collectors.toSet());
			samples.merge(sample.group(1), labels, (one, other) -> {
				Set<String> both = new HashSet<>(one);
				both.retainAll(other);
				return both;
			});
		});
		return samples;
	}

	static List<Query> queries() throws IOException {
		return Stream.concat(Dashboard.read(DOCS).queries(), AlertRules.read(DOCS).queries()).toList();
	}

	@ParameterizedTest
	@MethodSource("queries")
	void aQueryNamesMetricsLabelsAndValuesThatThereAre(Query query) throws IOException {
		String reference = Files.readString(DOCS.resolve("reference/metrics.md"));
		PromQl parsed = PromQl.parse(query.expression());
		assertThat(parsed.selectors()).isNotEmpty().allSatisfy((selector) -> {
			assertThat(shown).containsKey(selector.metric());
			Set<String> labels = labels(selector.metric());
			assertThat(labels).containsAll(selector.matchers().keySet());
			// what has no histogram has no "le" to group by
			assertThat(labels).containsAll(parsed.grouping());
			assertThat(selector.matchers().values().stream().flatMap((values) -> Arrays.stream(values.split("\\|"))))
				.filteredOn((value) -> !value.startsWith("$") && !value.matches("\\d{3}"))
				.allSatisfy((value) -> assertThat(reference).contains("`" + value + "`"));
			if (parsed.grouping().isEmpty()) {
				assertThat(labels).containsAll(query.labels());
			}
		});
		if (!parsed.grouping().isEmpty()) {
			assertThat(parsed.grouping()).containsAll(query.labels());
		}
	}

	private static Set<String> labels(String metric) {
		Set<String> labels = new HashSet<>(shown.get(metric));
		labels.addAll(OF_PROMETHEUS);
		return labels;
	}

	@Test
	void everyMeterIsDocumentedWithItsTagsAndTheOtherWayRound() {
		Map<String, Set<String>> documented = new HashMap<>();
		for (NangoMeterDocumentation meter : NangoMeterDocumentation.values()) {
			documented.put(meter.getName(), names(meter.getKeyNames()));
		}
		documented.put("nango.client", timed(NangoObservationDocumentation.CALL.getLowCardinalityKeyNames()));
		documented.put("nango.webhook",
				timed(NangoWebhookObservationDocumentation.HANDLING.getLowCardinalityKeyNames()));
		Map<String, Set<String>> real = meters().filter((meter) -> !isOfWhatIsUnderWay(meter))
			.collect(Collectors.toMap((meter) -> meter.getId().getName(),
					(meter) -> meter.getId().getTags().stream().map(Tag::getKey).collect(Collectors.toSet()),
					(one, other) -> {
						assertThat(one).isEqualTo(other);
						return one;
					}));
		assertThat(real).containsExactlyInAnyOrderEntriesOf(documented);
	}

	@Test
	void thereAreLongTaskTimersForWhatIsUnderWay() {
		assertThat(meters().filter(MonitoringDocumentTests::isOfWhatIsUnderWay).map((meter) -> meter.getId().getName()))
			.containsOnly("nango.client.active", "nango.webhook.active");
	}

	@Test
	void thePrometheusNamesOfTheReferenceAreThoseThatAreShown() throws IOException {
		String reference = Files.readString(DOCS.resolve("reference/metrics.md"));
		Set<String> named = Pattern.compile("`(nango_\\w+)`")
			.matcher(reference)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		assertThat(named).hasSizeGreaterThan(20).isSubsetOf(shown.keySet());
		assertThat(shown.keySet().stream().filter((name) -> name.startsWith("nango_")))
			.filteredOn((name) -> !name.endsWith("_bucket") && !name.contains("_active_seconds"))
			.allSatisfy((name) -> assertThat(named).contains(name));
	}

	@Test
	void everyOneOfOurMetersIsOnTheDashboard() throws IOException {
		String dashboard = Files.readString(DOCS.resolve("monitoring/grafana-dashboard.json"));
		assertThat(shown.keySet().stream().filter((name) -> name.startsWith("nango_")))
			.filteredOn((name) -> !name.endsWith("_max") && !name.contains("_active_seconds_")
					&& !name.equals("nango_client_ratelimit_reset_seconds"))
			.allSatisfy((name) -> assertThat(dashboard).contains(name));
	}

	@Test
	void everyClientAndListenerIsShownUnderItsName() {
		String scraped = application.scrape();
		assertThat(scraped).contains("client=\"default\"")
			.contains("client=\"billing\"")
			.contains("listener=\"issues\"");
	}

	private static Stream<Meter> meters() {
		return application.context()
			.getBean(MeterRegistry.class)
			.getMeters()
			.stream()
			.filter((meter) -> meter.getId().getName().startsWith("nango."));
	}

	private static boolean isOfWhatIsUnderWay(Meter meter) {
		return meter.getId().getType() == Meter.Type.LONG_TASK_TIMER;
	}

	private static Set<String> names(KeyName[] keys) {
		return Arrays.stream(keys).map(KeyName::asString).collect(Collectors.toSet());
	}

	/**
	 * The tags of an observation, to which Micrometer adds the class of the exception.
	 */
	private static Set<String> timed(KeyName[] keys) {
		Set<String> names = names(keys);
		names.add("error");
		return names;
	}

}
