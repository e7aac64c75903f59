package org.nangospring.sample.monitoring;

/**
 * How much is left of something.
 *
 * @param left how much is left
 * @param most how much there is at most
 */
public record Bar(double left, double most) {

	/**
	 * What counts as little.
	 * @return a tenth of the most
	 */
	public double low() {
		return this.most / 10;
	}

}
