package org.nangospring.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	@ParameterizedTest
	@ValueSource(strings = { "environment", "comparisons", "calls", "records", "listeners", "startup" })
	void theDocumentHasAPlaceForEachTable(String name) throws IOException {
		String document = Files.readString(Path.of("../docs/benchmarks.md"));
		String written = Report.replace(document, name, "the table");
		assertThat(written).contains("<!-- begin " + name + " -->\n\nthe table\n\n<!-- end " + name + " -->");
		assertThat(Report.replace(written, name, "the table")).isEqualTo(written);
	}

	@Test
	void theMedianLiesBetweenTheTwoInTheMiddle() {
		assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 100.0))).isEqualTo(new Spread(3.5, 1, 100));
		assertThat(Spread.of(List.of(3.0, 1.0, 2.0)).text("%.1f")).isEqualTo("2.0 (1.0–3.0)");
	}

}
