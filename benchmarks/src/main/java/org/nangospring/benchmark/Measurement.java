package org.nangospring.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What was measured at one time: numbers with names. One line of text, so that it passes
 * from process to process.
 */
public final class Measurement {

	private final Map<String, Double> values;

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	Measurement(Map<String, Double> values) {
		this.values = new LinkedHashMap<>(values);
	}

	/**
	 * Begins an empty measurement.
	 * @return the measurement
	 */
	public static Measurement empty() {
		return new Measurement(Map.of());
	}

	/**
	 * Adds a number.
	 * @param name its name
	 * @param value the number
	 * @return this measurement
	 */
	public Measurement with(String name, double value) {
		this.values.put(name, value);
		return this;
	}

	/**
	 * A number.
	 * @param name its name
	 * @return the number
	 * @throws IllegalStateException if it was not measured
	 */
	public double get(String name) {
		Double value = this.values.get(name);
		if (value == null) {
			throw new IllegalStateException("Not measured: " + name + ", only " + this.values.keySet());
		}
		return value;
	}

	/**
	 * Whether a number was measured.
	 * @param name its name
	 * @return whether it was
	 */
	public boolean has(String name) {
		return this.values.containsKey(name);
	}

	/**
	 * Adds these numbers to another measurement.
	 * @param other the other
	 */
	void copyTo(Measurement other) {
		other.values.putAll(this.values);
	}

	@JsonValue
	Map<String, Double> values() {
		return this.values;
	}

	static Measurement parse(String text) {
		Measurement measurement = empty();
		for (String value : text.split(" ")) {
			int equals = value.indexOf('=');
			measurement.with(value.substring(0, equals), Double.parseDouble(value.substring(equals + 1)));
		}
		return measurement;
	}

	@Override
	public String toString() {
		return this.values.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.collect(Collectors.joining(" "));
	}

}
