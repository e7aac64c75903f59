package org.nangospring.sample.monitoring;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Calls per second over the last while, as a line.
 *
 * @param rates the rates, the oldest first
 */
public record Sparkline(List<Rate> rates) {

	/** The width in units, one for each second. */
	public static final int WIDTH = 120;

	/** The height in units. */
	public static final int HEIGHT = 30;

	/**
	 * Where the line goes.
	 * @return the corners, for the attribute {@code points} of an SVG polyline
	 */
	public String points() {
		double most = Math.max(most(), 0.1);
		return this.rates.stream()
			.map((rate) -> String.format(Locale.ROOT, "%.1f,%.1f", (double) WIDTH - rate.age(),
					1 + (HEIGHT - 2) * (1 - rate.perSecond() / most)))
			.collect(Collectors.joining(" "));
	}

	/**
	 * What the line shows.
	 * @return a sentence, for those who do not see it
	 */
	public String description() {
		return String.format(Locale.ROOT, "Calls per second in the last two minutes: %.1f now, %.1f at most",
				this.rates.isEmpty() ? 0 : this.rates.get(this.rates.size() - 1).perSecond(), most());
	}

	private double most() {
		return this.rates.stream().mapToDouble(Rate::perSecond).max().orElse(0);
	}

	/**
	 * A rate.
	 *
	 * @param age how many seconds ago it was
	 * @param perSecond the calls per second
	 */
	public record Rate(double age, double perSecond) {

	}

}
