package org.nangospring.benchmark;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * How long to measure.
 *
 * @param rounds how often each client has its turn
 * @param warmupSeconds how long each client runs before it is measured in a round, for
 * each number of callers; three times that to read records
 * @param seconds how long a turn is
 * @param records how many records there are to read, in thousands
 * @param starts how often each application is started
 */
public record RunOptions(int rounds, int warmupSeconds, int seconds, int records, int starts) {

	static final String HELP = """
			Options:
			  --quick           try whether it works; the figures mean nothing
			  --rounds N        how often each client has its turn (5)
			  --warmup SECONDS  how long each runs before it is measured (10)
			  --seconds SECONDS how long a turn is (3)
			  --records N       thousands of records to read (1000)
			  --starts N        how often each application is started (41)""";

	private static final RunOptions FULL = new RunOptions(5, 10, 3, 1_000, 41);

	private static final RunOptions QUICK = new RunOptions(2, 2, 1, 50, 2);

	static RunOptions parse(String[] args) {
		List<String> given = Arrays.asList(args);
		RunOptions options = given.contains("--quick") ? QUICK : FULL;
		Iterator<String> remaining = given.iterator();
		while (remaining.hasNext()) {
			String option = remaining.next();
			if (!option.equals("--quick")) {
				options = options.with(option, remaining);
			}
		}
		return options;
	}

	private RunOptions with(String option, Iterator<String> remaining) {
		if (!remaining.hasNext()) {
			throw new IllegalArgumentException(option + " needs a number\n" + HELP);
		}
		int value = Integer.parseInt(remaining.next());
		return switch (option) {
			case "--rounds" -> new RunOptions(value, this.warmupSeconds, this.seconds, this.records, this.starts);
			case "--warmup" -> new RunOptions(this.rounds, value, this.seconds, this.records, this.starts);
			case "--seconds" -> new RunOptions(this.rounds, this.warmupSeconds, value, this.records, this.starts);
			case "--records" -> new RunOptions(this.rounds, this.warmupSeconds, this.seconds, value, this.starts);
			case "--starts" -> new RunOptions(this.rounds, this.warmupSeconds, this.seconds, this.records, value);
			default -> throw new IllegalArgumentException("There is no option " + option + "\n" + HELP);
		};
	}

}
