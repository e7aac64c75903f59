package org.nangospring.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documentation is one guide: its table of contents has every page, and links to
 * headings lead there.
 */
class DocumentationLinksTests {

	private static final Path DOCS = Path.of("..", "docs");

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)#([^)]+)\\)");

	private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

	static List<Path> files() throws IOException {
		return DocumentationExamplesTests.files();
	}

	@ParameterizedTest
	@MethodSource("files")
	void linksToHeadingsLeadToOne(Path file) throws IOException {
		Matcher link = LINK.matcher(Files.readString(file));
		while (link.find()) {
			Path target = link.group(1).isEmpty() ? file : file.resolveSibling(link.group(1));
			assertThat(anchors(target)).as("link in " + file + " to " + target).contains(link.group(2));
		}
	}

	@Test
	void theTableOfContentsHasEveryPage() throws IOException {
		String contents = Files.readString(DOCS.resolve("README.md"));
		try (Stream<Path> pages = Stream.concat(Files.list(DOCS), Files.list(DOCS.resolve("reference")))) {
			assertThat(pages.filter((page) -> page.toString().endsWith(".md") && !page.endsWith("README.md")))
				.hasSizeGreaterThan(15)
				.allSatisfy((page) -> assertThat(contents)
					.contains("](" + DOCS.relativize(page).toString().replace('\\', '/') + ")"));
		}
		assertThat(Files.readString(DOCS.resolveSibling("README.md"))).contains("](docs/README.md)");
	}

	/**
	 * The names that GitHub gives to headings.
	 */
	private static Set<String> anchors(Path file) throws IOException {
		String text = Files.readString(file).replaceAll("(?s)```.*?```", "");
		return HEADING.matcher(text)
			.results()
			.map((heading) -> heading.group(1)
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
				.replace(' ', '-'))
			.collect(Collectors.toSet());
	}

}
