package org.nangospring.autoconfigure.listener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.NangoListenersProperties;
import org.nangospring.listener.RecordListenerOptions;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tries the settings that the guide shows.
 */
class ListenerSettingsExamplesTests {

	private static final String ID = "slack-SlackUser";

	private final String guide;

	ListenerSettingsExamplesTests() throws IOException {
		this.guide = Files.readString(Path.of("..", "docs", "listeners.md"));
	}

	private String find(String pattern) {
		Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(this.guide);
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private static NangoListenersProperties properties(PropertySource<?> source) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(source);
		return Binder.get(environment).bindOrCreate("nango.listeners", NangoListenersProperties.class);
	}

	@Test
	void theYamlExampleSetsWhatItSays() throws IOException {
		String yaml = find("```yaml\n(.*?)```");
		NangoListenersProperties properties = properties(
				new YamlPropertySourceLoader().load("guide", new ByteArrayResource(yaml.getBytes())).get(0));
		assertThat(properties.getConcurrency()).isEqualTo(8);
		RecordListenerOptions options = new ListenerOptions(properties).override(ID, RecordListenerOptions.defaults());
		assertThat(options.batchSize()).isEqualTo(100);
		assertThat(options.pollInterval()).isEqualTo(Duration.ofMinutes(1));
		assertThat(options.concurrency()).isEqualTo(2);
		assertThat(options.autoStartup()).isTrue();
		assertThat(options.maxAttempts()).isEqualTo(5);
		assertThat(options.initialBackoff()).isEqualTo(Duration.ofSeconds(2));
		assertThat(options.maxBackoff()).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void theEnvironmentVariableSetsWhatItSays() {
		NangoListenersProperties properties = properties(
				new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						Map.of(find("`(NANGO_LISTENERS_\\w+)`"), "7")));
		assertThat(new ListenerOptions(properties).override(ID, RecordListenerOptions.defaults()).batchSize())
			.isEqualTo(7);
	}

	@Test
	void everySettingThatTheGuideNamesIsInTheListOfSettings() throws IOException {
		String list = Files.readString(Path.of("..", "docs", "reference", "properties.md"));
		List<String> names = Pattern.compile("`((?:nango|management\\.health)\\.[a-z.-]+)[`=]")
			.matcher(this.guide)
			.results()
			.map((match) -> match.group(1))
			.filter((name) -> !name.matches("nango\\.listener\\..*"))
			.distinct()
			.toList();
		assertThat(names).hasSizeGreaterThan(15).allSatisfy((name) -> assertThat(list).contains("| `" + name + "` |"));
	}

}
