package org.nangospring.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.annotation.Testable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every promise of the documentation names a test that there is.
 */
class ReliabilityDocumentTests {

	private static final Path SOURCES = Path.of("src", "test", "java");

	private static final Pattern REFERENCE = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");

	static List<String> promises() throws IOException {
		return Files.readAllLines(Path.of("..", "docs", "reliability.md"))
			.stream()
			.filter((line) -> line.startsWith("| ") && !line.startsWith("| Promise"))
			.toList();
	}

	@Test
	void thereArePromises() throws IOException {
		assertThat(promises()).hasSizeGreaterThan(30);
	}

	@ParameterizedTest
	@MethodSource("promises")
	void aPromiseNamesATestThatThereIs(String promise) {
		List<String[]> references = REFERENCE.matcher(promise)
			.results()
			.map((match) -> new String[] { match.group(1), match.group(2) })
			.toList();
		assertThat(references).isNotEmpty()
			.allSatisfy((reference) -> assertThat(tests(reference[0])).contains(reference[1]));
	}

	private static List<String> tests(String simpleName) {
		Class<?> type = load(simpleName);
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> AnnotationSupport.isAnnotated(method, Testable.class))
			.map(Method::getName)
			.toList();
	}

	private static Class<?> load(String simpleName) {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			Path source = files.filter((file) -> file.endsWith(simpleName + ".java")).findFirst().orElseThrow();
			String name = SOURCES.relativize(source).toString().replaceAll("\\W", ".").replaceFirst("\\.java$", "");
			return Class.forName(name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ClassNotFoundException ex) {
			throw new AssertionError(ex);
		}
	}

}
