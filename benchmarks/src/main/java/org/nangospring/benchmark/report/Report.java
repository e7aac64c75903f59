package org.nangospring.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nangospring.benchmark.Directories;
import org.nangospring.benchmark.Environment;
import org.nangospring.benchmark.Results;

/**
 * Writes what was measured last into {@code docs/benchmarks.md}, between its marks, and
 * draws the chart beside it.
 */
public final class Report {

	private Report() {
	}

	/**
	 * Writes the report.
	 * @throws IOException if it cannot be written
	 */
	public static void write() throws IOException {
		Map<String, Results> results = new LinkedHashMap<>();
		for (String name : List.of("calls", "records", "listeners", "startup")) {
			Results.read(name).ifPresent((found) -> results.put(name, found));
		}
		if (results.isEmpty()) {
			throw new IllegalArgumentException("Nothing has been measured yet: run benchmarks/run all");
		}
		Environment environment = results.values().iterator().next().environment();
		Path docs = Directories.root().resolve("docs");
		Path document = docs.resolve("benchmarks.md");
		String text = Files.readString(document);
		text = replace(text, "environment", Tables.environment(environment));
		if (results.containsKey("calls") || results.containsKey("records")) {
			text = replace(text, "comparisons", Tables.comparisons(results));
			Files.writeString(docs.resolve("benchmarks.svg"), new Chart(results).svg(environment));
		}
		for (Map.Entry<String, Results> measured : results.entrySet()) {
			text = replace(text, measured.getKey(), switch (measured.getKey()) {
				case "calls" -> Tables.calls(measured.getValue());
				case "records" -> Tables.records(measured.getValue());
				case "listeners" -> Tables.listeners(measured.getValue());
				default -> Tables.startup(measured.getValue());
			});
		}
		Files.writeString(document, text);
		System.out.println("Written to docs/benchmarks.md and docs/benchmarks.svg");
	}

	static String replace(String text, String name, String content) {
		String begin = "<!-- begin " + name + " -->\n";
		String end = "<!-- end " + name + " -->";
		int from = text.indexOf(begin);
		int to = text.indexOf(end);
		if (from < 0 || to < from) {
			throw new IllegalArgumentException("docs/benchmarks.md has lost its marks for " + name);
		}
		return text.substring(0, from) + begin + "\n" + content.strip() + "\n\n" + text.substring(to);
	}

}
