package org.nangospring.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one of the benchmarks measured, as it is kept in {@code target/results}.
 *
 * @param environment where it was measured
 * @param options how long
 * @param facts numbers that were measured once
 * @param samples the turns of all clients
 */
public record Results(Environment environment, RunOptions options, Measurement facts, List<Sample> samples) {

	private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	static Results begin(RunOptions options) {
		return new Results(Environment.current(), options, Measurement.empty(), new ArrayList<>());
	}

	void add(String client, int callers, int round, Measurement values) {
		this.samples.add(new Sample(client, callers, round, values));
	}

	/**
	 * What was measured of a client, round by round.
	 * @param client the client
	 * @param callers how many calls it had under way at a time
	 * @param name what was measured
	 * @return the numbers; none when the client did not take part
	 */
	public List<Double> values(String client, int callers, String name) {
		return this.samples.stream()
			.filter((sample) -> sample.client().equals(client) && sample.callers() == callers)
			.map((sample) -> sample.values().get(name))
			.toList();
	}

	/**
	 * How two clients compare in each round.
	 * @param client the client
	 * @param other the one it is compared with
	 * @param callers how many calls they had under way at a time
	 * @param name what was measured
	 * @return the client's number divided by the other's; none when one of them did not
	 * take part
	 */
	public List<Double> ratios(String client, String other, int callers, String name) {
		return byRound(client, other, callers, name, (number, others) -> number / others);
	}

	/**
	 * How much two clients differ in each round.
	 * @param client the client
	 * @param other the one it is compared with
	 * @param callers how many calls they had under way at a time
	 * @param name what was measured
	 * @return the client's number less the other's; none when one of them did not take
	 * part
	 */
	public List<Double> differences(String client, String other, int callers, String name) {
		return byRound(client, other, callers, name, (number, others) -> number - others);
	}

	private List<Double> byRound(String client, String other, int callers, String name, DoubleBinaryOperator compare) {
		List<Double> numbers = values(client, callers, name);
		List<Double> others = values(other, callers, name);
		return IntStream.range(0, Math.min(numbers.size(), others.size()))
			.mapToObj((round) -> compare.applyAsDouble(numbers.get(round), others.get(round)))
			.toList();
	}

	void write(String name) {
		try {
			Path file = file(name);
			Files.createDirectories(file.getParent());
			MAPPER.writeValue(file, this);
			System.out.println("Written to " + Directories.root().relativize(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads what was measured last.
	 * @param name the name of the benchmark
	 * @return the results, if there are any
	 */
	public static Optional<Results> read(String name) {
		Path file = file(name);
		return Files.exists(file) ? Optional.of(MAPPER.readValue(file, Results.class)) : Optional.empty();
	}

	private static Path file(String name) {
		return Directories.target().resolve("results").resolve(name + ".json");
	}

}
