package org.nangospring.listener.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scripts make the same tables everywhere, also on the databases that no test has.
 */
class SchemaScriptsTests {

	private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) \\(\n(.*?)\n\\)[^;]*;", Pattern.DOTALL);

	private static final Pattern INDEX = Pattern.compile("CREATE INDEX \\w+ ON \\w+ \\([^)]*\\);");

	private static String script(String name) throws IOException {
		return new ClassPathResource("org/nangospring/listener/jdbc/" + name)
			.getContentAsString(StandardCharsets.UTF_8);
	}

	/**
	 * Each column as "table.column type", in words that all databases share.
	 */
	private static List<String> columns(String script) {
		List<String> columns = new ArrayList<>();
		TABLE.matcher(script).results().forEach((table) -> {
			for (String line : table.group(2).split(",\n")) {
				String column = line.trim()
					.replaceFirst(" (TIMESTAMP|DATETIME)\\(6\\)", " time")
					.replaceFirst(" (CHARACTER LARGE OBJECT|LONGTEXT|TEXT|VARCHAR\\(10000\\))", " long text");
				columns.add(table.group(1) + "." + column);
			}
		});
		return columns;
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "mysql", "mariadb" })
	void aDatabaseHasTheColumnsAndIndexesThatH2Has(String platform) throws IOException {
		String h2 = script("schema-h2.sql");
		String other = script("schema-" + platform + ".sql");
		assertThat(columns(h2)).hasSize(37)
			.contains("NANGO_STREAM.LEASE_UNTIL BIGINT NOT NULL", "NANGO_DEAD_LETTER.RECORD_ID long text NOT NULL");
		assertThat(columns(other)).containsExactlyElementsOf(columns(h2));
		assertThat(INDEX.matcher(other).results().map(MatchResult::group))
			.containsExactlyElementsOf(INDEX.matcher(h2).results().map(MatchResult::group).toList())
			.hasSize(2);
	}

	@Test
	void mariaDbAndMySqlHaveTheSameScriptsAndRoomForLongPayloads() throws IOException {
		assertThat(script("schema-mariadb.sql")).isEqualTo(script("schema-mysql.sql"))
			.contains("PAYLOAD LONGTEXT", "RECORD_ID LONGTEXT", "RECORD_METADATA LONGTEXT");
		assertThat(script("schema-drop-mariadb.sql")).isEqualTo(script("schema-drop-mysql.sql"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql", "mysql", "mariadb" })
	void whatOneScriptMakesTheOtherRemoves(String platform) throws IOException {
		String drop = script("schema-drop-" + platform + ".sql");
		assertThat(TABLE.matcher(script("schema-" + platform + ".sql")).results().map((table) -> table.group(1)))
			.hasSize(2)
			.allSatisfy((table) -> assertThat(drop).contains("DROP TABLE IF EXISTS " + table + ";"));
	}

}
