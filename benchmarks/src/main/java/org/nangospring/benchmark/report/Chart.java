package org.nangospring.benchmark.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.nangospring.benchmark.Environment;
import org.nangospring.benchmark.Results;

/**
 * The chart: a line for each comparison, with the median as a dot, all rounds as a bar
 * and what is to be reached as a stroke. Its colors follow the reader's.
 */
final class Chart {

	private static final int WIDTH = 820;

	private static final int LEFT = 390;

	private static final int RIGHT = 60;

	private static final int TOP = 64;

	private static final int ROW = 30;

	private static final double[] TICKS = { 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100 };

	private static final String STYLE = """
			<style>
			text { font: 13px system-ui, sans-serif; fill: #1f2328; }
			.quiet { fill: #59636e; font-size: 12px; }
			.title { font-size: 16px; font-weight: 600; }
			.grid { stroke: #d1d9e0; }
			.one { stroke: #59636e; }
			.rounds { stroke: #0969da; stroke-width: 6; stroke-linecap: round; opacity: 0.35; }
			.median { fill: #0969da; }
			.target { stroke: #bc4c00; stroke-width: 2.5; }
			@media (prefers-color-scheme: dark) {
			text { fill: #f0f6fc; }
			.quiet { fill: #9198a1; }
			.grid { stroke: #3d444d; }
			.one { stroke: #9198a1; }
			.rounds { stroke: #4493f8; }
			.median { fill: #4493f8; }
			.target { stroke: #f0883e; }
			}
			</style>
			""";

	private final Map<Comparison, Spread> rows = new LinkedHashMap<>();

	private final double lowest;

	private final double highest;

	private final int bottom;

	Chart(Map<String, Results> results) {
		Comparison.ALL
			.forEach((comparison) -> comparison.ratio(results).ifPresent((ratio) -> this.rows.put(comparison, ratio)));
		double least = this.rows.values().stream().mapToDouble(Spread::lowest).min().orElse(1);
		this.lowest = (least < 0.5) ? 0.1 : 0.5;
		double most = this.rows.values().stream().mapToDouble(Spread::highest).max().orElse(1);
		this.highest = Math.max(10, most * 1.2);
		this.bottom = TOP + this.rows.size() * ROW;
	}

	String svg(Environment environment) {
		StringBuilder svg = new StringBuilder();
		svg.append("""
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
				<title>How many times as much this client gets done in the same time</title>
				""".formatted(WIDTH, this.bottom + 52, WIDTH, this.bottom + 52));
		svg.append(STYLE);
		text(svg, 16, 26, "title", "How many times as much this client gets done in the same time");
		text(svg, 16, 46, "quiet", "dot: median, bar: all rounds, stroke: what is to be reached; logarithmic scale");
		ticks(svg);
		int y = TOP + ROW / 2;
		for (Map.Entry<Comparison, Spread> row : this.rows.entrySet()) {
			row(svg, y, row.getKey(), row.getValue());
			y += ROW;
		}
		text(svg, 16, this.bottom + 40, "quiet", environment.date() + ", " + environment.cpu() + ", "
				+ environment.cores() + " cores, " + environment.jdk());
		return svg.append("</svg>\n").toString();
	}

	private void ticks(StringBuilder svg) {
		for (double tick : TICKS) {
			if (tick >= this.lowest && tick <= this.highest) {
				line(svg, (tick == 1) ? "one" : "grid", x(tick), TOP, x(tick), this.bottom);
				svg.append("<text class=\"quiet\" text-anchor=\"middle\" x=\"%s\" y=\"%d\">%s ×</text>%n"
					.formatted(coordinate(x(tick)), this.bottom + 18, Spread.number("%.1f", tick).replace(".0", "")));
			}
		}
	}

	private void row(StringBuilder svg, int y, Comparison comparison, Spread ratio) {
		svg.append("<text x=\"16\" y=\"%d\">%s <tspan class=\"quiet\">against %s</tspan></text>%n".formatted(y + 4,
				comparison.label(), comparison.against()));
		line(svg, "rounds", x(ratio.lowest()), y, x(ratio.highest()), y);
		line(svg, "target", x(comparison.target()), y - 10, x(comparison.target()), y + 10);
		svg.append(
				"<circle class=\"median\" cx=\"%s\" cy=\"%d\" r=\"5\"/>%n".formatted(coordinate(x(ratio.median())), y));
		svg.append("<text text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>%n".formatted(WIDTH - 12, y + 4,
				Spread.number("%.2f", ratio.median())));
	}

	private double x(double ratio) {
		double place = Math.log(Math.max(this.lowest, ratio) / this.lowest) / Math.log(this.highest / this.lowest);
		return LEFT + place * (WIDTH - LEFT - RIGHT);
	}

	private static void line(StringBuilder svg, String type, double fromX, double fromY, double toX, double toY) {
		svg.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>%n".formatted(type, coordinate(fromX),
				coordinate(fromY), coordinate(toX), coordinate(toY)));
	}

	private static void text(StringBuilder svg, int x, int y, String type, String text) {
		svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n".formatted(type, x, y, text));
	}

	private static String coordinate(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}
