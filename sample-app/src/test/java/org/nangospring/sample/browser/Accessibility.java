package org.nangospring.sample.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.openqa.selenium.JavascriptExecutor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks for barriers with axe: by the rules of WCAG 2.2, levels A and AA, and by what is
 * good practice.
 */
final class Accessibility {

	private static final String LOOK = """
			const end = arguments[arguments.length - 1];
			const height = window.scrollY;
			window.scrollTo({ top: 0, behavior: 'instant' });
			const done = (found) => {
			  window.scrollTo({ top: height, behavior: 'instant' });
			  end(found);
			};
			axe.run(document, {
			  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
			  resultTypes: ['violations']
			}).then((results) => done(JSON.stringify(results.violations.map((violation) => ({
			  rule: violation.id,
			  help: violation.help,
			  link: violation.helpUrl,
			  elements: violation.nodes.map((node) => ({
			    target: node.target.join(' '), html: node.html, summary: node.failureSummary
			  }))
			})))), (error) => done('axe has failed: ' + error));
			""";

	private static final String AXE = script();

	private Accessibility() {
	}

	/**
	 * Looks at the page that is open. It does so from the page's top: further down, what
	 * lies half below the bar that stays in place would be too small to be touched, which
	 * nobody minds who can scroll.
	 * @param browser the browser
	 * @return what is wrong, each with its rule, its elements and a link to help
	 */
	static List<String> barriers(JavascriptExecutor browser) {
		if (!Boolean.TRUE.equals(browser.executeScript("return 'axe' in window"))) {
			browser.executeScript(AXE);
		}
		String found = Objects.toString(browser.executeAsyncScript(LOOK));
		if (!found.startsWith("[")) {
			throw new IllegalStateException(found);
		}
		return JsonMapper.shared().readValue(found, new TypeReference<List<Violation>>() {
		}).stream().map(Violation::toString).toList();
	}

	private static String script() {
		try (InputStream script = Objects.requireNonNull(Accessibility.class.getResourceAsStream("/axe.min.js"))) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Violation(String rule, String help, String link, List<Element> elements) {

		@Override
		public String toString() {
			StringBuilder text = new StringBuilder(this.rule + ": " + this.help + " (" + this.link + ")");
			this.elements.forEach((element) -> text.append("\n    ").append(element));
			return text.toString();
		}

	}

	private record Element(String target, String html, String summary) {

		@Override
		public String toString() {
			return this.target + "  " + this.html.replaceAll("\\s+", " ") + "\n      "
					+ this.summary.replaceAll("\\s+", " ");
		}

	}

}
