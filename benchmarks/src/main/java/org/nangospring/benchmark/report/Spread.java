package org.nangospring.benchmark.report;

import java.util.List;
import java.util.Locale;

/**
 * The middle of some numbers and how far they reach.
 *
 * @param median the median
 * @param lowest the lowest
 * @param highest the highest
 */
record Spread(double median, double lowest, double highest) {

	static Spread of(List<Double> numbers) {
		List<Double> sorted = numbers.stream().sorted().toList();
		int middle = sorted.size() / 2;
		double median = (sorted.size() % 2 == 1) ? sorted.get(middle)
				: (sorted.get(middle - 1) + sorted.get(middle)) / 2;
		return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
	}

	/**
	 * For a table, for example {@code 12,345 (11,000–13,000)}.
	 * @param format how to write a number
	 */
	String text(String format) {
		return number(format, this.median) + " (" + number(format, this.lowest) + "–" + number(format, this.highest)
				+ ")";
	}

	static String number(String format, double number) {
		return String.format(Locale.ROOT, format, number);
	}

}
