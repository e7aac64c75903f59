package org.nangospring.benchmark.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nangospring.benchmark.Results;

/**
 * One client beside another.
 *
 * @param label what is compared
 * @param against with what
 * @param benchmark where the results are
 * @param client the client
 * @param other the other client
 * @param callers how many calls they have under way at a time
 * @param target what the ratio has to reach
 */
record Comparison(String label, String against, String benchmark, String client, String other, int callers,
		double target) {

	private static final String WEB_CLIENT = "WebClient by hand";

	static final List<Comparison> ALL = List.of(
			calls("Blocking", 1, WEB_CLIENT, "BlockingCalls.nango", "BlockingCalls.webClient", 0.95),
			calls("Blocking", 16, WEB_CLIENT, "BlockingCalls.nango", "BlockingCalls.webClient", 0.95),
			calls("Blocking", 64, WEB_CLIENT, "BlockingCalls.nango", "BlockingCalls.webClient", 0.95),
			calls("Reactive", 1, WEB_CLIENT, "ReactiveCalls.nango", "ReactiveCalls.webClient", 0.95),
			calls("Reactive", 16, WEB_CLIENT, "ReactiveCalls.nango", "ReactiveCalls.webClient", 0.95),
			calls("Reactive", 64, WEB_CLIENT, "ReactiveCalls.nango", "ReactiveCalls.webClient", 0.95),
			calls("Reactive", 16, "Reactor Netty, no decoding", "ReactiveCalls.nango", "ReactiveCalls.reactorNetty",
					0.80),
			calls("Blocking", 16, "Node SDK", "BlockingCalls.nango", "node", 5), records("nango", "", "node", 2),
			records("nango64m", ", -Xmx64m", "node", 2), records("nango", "", "handWritten", 1.1));

	private static Comparison calls(String label, int callers, String against, String client, String other,
			double target) {
		String who = label + ", " + ((callers == 1) ? "1 caller" : callers + " callers");
		return new Comparison(who, against, "calls", client, other, callers, target);
	}

	private static Comparison records(String client, String variant, String other, double target) {
		return new Comparison("Records" + variant, other.equals("node") ? "Node SDK" : "pages by hand", "records",
				client, other, 1, target);
	}

	/**
	 * How they compare.
	 * @param results the results by benchmark
	 * @return the ratio of what they get done in a second, or nothing when one of them
	 * did not take part
	 */
	Optional<Spread> ratio(Map<String, Results> results) {
		Results measured = results.get(this.benchmark);
		if (measured == null) {
			return Optional.empty();
		}
		String name = this.benchmark.equals("calls") ? "callsPerSecond" : "recordsPerSecond";
		List<Double> ratios = measured.ratios(this.client, this.other, this.callers, name);
		return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
	}

}
