package org.nangospring.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationTests {

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void tablesOfTheListenersAreThoseOfTheLibrary(String database) throws IOException {
		String copy = read("db/migration/" + database + "/V1__record_listeners.sql");
		assertThat(copy).isEqualTo(read("org/nangospring/listener/jdbc/schema-" + database + ".sql"));
	}

	private static String read(String path) throws IOException {
		String script = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
		return script.lines()
			.filter((line) -> !line.startsWith("--") && !line.isBlank())
			.collect(Collectors.joining("\n"));
	}

}
