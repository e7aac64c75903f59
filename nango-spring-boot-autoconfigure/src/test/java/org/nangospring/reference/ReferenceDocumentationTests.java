package org.nangospring.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reference documentation is made from the code. This fails when what is in
 * {@code docs/reference} is out of date, and writes it when asked to.
 */
class ReferenceDocumentationTests {

	static final String NOTE = "Made from the code. Change the code and let it be made again: see CONTRIBUTING.md";

	private static final String UPDATE = "nango.docs.update";

	private static final String COMMAND = "mvn test -pl nango-spring-boot-autoconfigure"
			+ " -Dtest=ReferenceDocumentationTests -D" + UPDATE + "=true";

	@ParameterizedTest
	@EnumSource
	void isUpToDate(Page page) throws IOException {
		String made = page.maker.get();
		if (Boolean.getBoolean(UPDATE)) {
			Files.createDirectories(page.file().getParent());
			Files.writeString(page.file(), made);
		}
		assertThat(page.file()).exists();
		String there = Files.readString(page.file()).replace("\r\n", "\n");
		assertThat(there.equals(made))
			.withFailMessage(() -> "docs/reference/%s is out of date:%n%s%nLet it be made again with%n  %s%n"
				.formatted(page.file().getFileName(), firstDifference(there, made), COMMAND))
			.isTrue();
	}

	private static String firstDifference(String there, String made) {
		List<String> old = there.lines().toList();
		List<String> current = made.lines().toList();
		int line = IntStream.range(0, Math.min(old.size(), current.size()))
			.filter((index) -> !old.get(index).equals(current.get(index)))
			.findFirst()
			.orElse(Math.min(old.size(), current.size()));
		return "line %d is     %s%nand should be %s".formatted(line + 1, line(old, line), line(current, line));
	}

	private static String line(List<String> lines, int index) {
		return (index < lines.size()) ? lines.get(index) : "(the end)";
	}

	/**
	 * The pages.
	 */
	enum Page {

		PROPERTIES("properties.md", PropertiesReference::page),

		METRICS("metrics.md", MetricsReference::page),

		EXCEPTIONS("exceptions.md", ExceptionsReference::page);

		private final String name;

		private final Supplier<String> maker;

		Page(String name, Supplier<String> maker) {
			this.name = name;
			this.maker = maker;
		}

		Path file() {
			return Path.of("..", "docs", "reference", this.name);
		}

	}

}
