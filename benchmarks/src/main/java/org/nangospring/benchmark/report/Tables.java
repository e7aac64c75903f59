package org.nangospring.benchmark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nangospring.benchmark.Environment;
import org.nangospring.benchmark.Measurement;
import org.nangospring.benchmark.Results;

/**
 * The tables of the document.
 */
final class Tables {

	private static final Map<String, String> CALL_CLIENTS = new LinkedHashMap<>();

	private static final Map<String, String> RECORD_CLIENTS = new LinkedHashMap<>();

	private static final Map<String, String> LISTENER_CLIENTS = new LinkedHashMap<>();

	static {
		CALL_CLIENTS.put("BlockingCalls.nango", "**`NangoClient`**");
		CALL_CLIENTS.put("BlockingCalls.webClient", "`WebClient` and `block()`");
		CALL_CLIENTS.put("BlockingCalls.observedWebClient", "the same, observed by Spring Boot");
		CALL_CLIENTS.put("ReactiveCalls.nango", "**`ReactiveNangoClient`**");
		CALL_CLIENTS.put("ReactiveCalls.webClient", "reactive `WebClient`");
		CALL_CLIENTS.put("ReactiveCalls.observedWebClient", "the same, observed by Spring Boot");
		CALL_CLIENTS.put("ReactiveCalls.reactorNetty", "Reactor Netty, no decoding");
		CALL_CLIENTS.put("node", "Node SDK");
		RECORD_CLIENTS.put("nango", "**`records(…).stream()`**");
		RECORD_CLIENTS.put("nango64m", "**the same with `-Xmx64m`**");
		RECORD_CLIENTS.put("handWritten", "Reactor Netty and Jackson, page after page");
		RECORD_CLIENTS.put("node", "Node SDK, `listRecords` in a loop");
		LISTENER_CLIENTS.put("listeners", "**a record listener**, batches of 500, positions in memory");
		LISTENER_CLIENTS.put("streams", "`records(…).stream()`, four at a time");
	}

	private Tables() {
	}

	static String environment(Environment environment) {
		return """
				| | |
				|---|---|
				| Measured on | %s |
				| Machine | %s, %d cores, %d GB of memory, %s |
				| Java | %s, collector %s |
				| Libraries | %s |
				| Node SDK | %s |
				| Load when it began | %s processes |
				""".formatted(environment.date(), environment.cpu(), environment.cores(), environment.memoryGb(),
				environment.os(), environment.jdk(), environment.collector(), environment.libraries(),
				environment.node(), Spread.number("%.1f", environment.load()));
	}

	static String comparisons(Map<String, Results> results) {
		StringBuilder table = new StringBuilder("""
				![The ratios of the table below](benchmarks.svg)

				| | against | to reach | median | from round to round |
				|---|---|---|---|---|
				""");
		for (Comparison comparison : Comparison.ALL) {
			comparison.ratio(results)
				.ifPresent((ratio) -> table.append(
						"| %s | %s | %s × | **%s ×** | %s to %s |%n".formatted(comparison.label(), comparison.against(),
								Spread.number("%.2f", comparison.target()), Spread.number("%.2f", ratio.median()),
								Spread.number("%.2f", ratio.lowest()), Spread.number("%.2f", ratio.highest()))));
		}
		return table
				+ """

						Each ratio is what the client gets done in a second, divided by what the other does. The median is that of \
						the ratios of all rounds, beside it are the lowest and the highest. Differences smaller than that spread \
						mean nothing.
						""";
	}

	static String calls(Results results) {
		StringBuilder table = new StringBuilder("""
				### Calls

				| Calls a second | 1 caller | 16 callers | 64 callers | CPU a call | allocated a call |
				|---|---|---|---|---|---|
				""");
		CALL_CLIENTS.forEach((client, label) -> {
			if (results.values(client, 16, "callsPerSecond").isEmpty()) {
				return;
			}
			table.append("| ").append(label);
			for (int callers : List.of(1, 16, 64)) {
				table.append(" | ").append(spread(results, client, callers, "callsPerSecond").text("%,.0f"));
			}
			table.append(" | ").append(Spread.number("%.0f µs", spread(results, client, 16, "cpuMicros").median()));
			table.append(" | ");
			// Node does not tell
			table.append(client.equals("node") ? ""
					: Spread.number("%.1f kB", spread(results, client, 16, "bytes").median() / 1e3));
			table.append(" |\n");
		});
		return table + """

				Processor time and allocation are those of 16 callers. The stub answered %s calls a second to a client \
				that does nothing, and used %s µs of processor time for each call.
				""".formatted(Spread.number("%,.0f", results.facts().get("stubCallsPerSecond")),
				Spread.number("%.1f", results.facts().get("stubMicrosPerCall")));
	}

	static String records(Results results) {
		StringBuilder table = new StringBuilder("""
				### Records

				| %,d records | seconds | records a second | CPU | heap in use at most |
				|---|---|---|---|---|
				""".formatted(results.options().records() * 1_000));
		RECORD_CLIENTS.forEach((client, label) -> {
			if (results.values(client, 1, "seconds").isEmpty()) {
				return;
			}
			table.append("| %s | %s | %s | %s".formatted(label, spread(results, client, 1, "seconds").text("%.2f"),
					Spread.number("%,.0f", spread(results, client, 1, "recordsPerSecond").median()),
					Spread.number("%.2f s", spread(results, client, 1, "cpuSeconds").median())));
			table.append(" | ");
			table.append(client.equals("node") ? ""
					: Spread.number("%.0f MB", spread(results, client, 1, "heapPeak").highest() / 1e6));
			table.append(" |\n");
		});
		return table
				+ """

						With `-Xmx64m` no more than %s MB were left after a collection: that is what is really held. The stub sent \
						%s records a second to a client that throws them away.
						"""
					.formatted(
							Spread.number("%.0f",
									spread(results, "nango64m", 1, "heapAfterCollection").highest() / 1e6),
							Spread.number("%,.0f", results.facts().get("stubRecordsPerSecond")));
	}

	static String listeners(Results results) {
		StringBuilder table = new StringBuilder("""
				### Listeners

				| %s records of 50 connections, `-Xmx64m` | seconds | records a second | CPU | left after a collection |
				|---|---|---|---|---|
				""".formatted(Spread.number("%,.0f", results.values("listeners", 1, "records").get(0))));
		LISTENER_CLIENTS.forEach((client,
				label) -> table.append("| %s | %s | %s | %s | %s |%n".formatted(label,
						spread(results, client, 1, "seconds").text("%.2f"),
						Spread.number("%,.0f", spread(results, client, 1, "recordsPerSecond").median()),
						Spread.number("%.2f s", spread(results, client, 1, "cpuSeconds").median()),
						Spread.number("%.0f MB", spread(results, client, 1, "heapAfterCollection").highest() / 1e6))));
		return table.toString();
	}

	static String startup(Results results) {
		Measurement facts = results.facts();
		StringBuilder table = new StringBuilder("""
				### Start-up

				| Median of %d starts | without | with | added |
				|---|---|---|---|
				""".formatted(results.values("with", 1, "millis").size()));
		startupRow(table, results, "Time until it is ready", "millis", "%,.0f ms");
		startupRow(table, results, "Processor time until then", "cpuMillis", "%,.0f ms");
		startupRow(table, results, "Loaded classes", "classes", "%,.0f");
		startupRow(table, results, "Threads of Reactor Netty", "nettyThreads", "%.0f");
		table.append("| Jars | %s MB | %s MB | %s kB in %s jars |%n".formatted(
				Spread.number("%.1f", (facts.get("bytes") - facts.get("addedBytes")) / 1e6),
				Spread.number("%.1f", facts.get("bytes") / 1e6), Spread.number("%.0f", facts.get("addedBytes") / 1e3),
				Spread.number("%.0f", facts.get("addedJars"))));
		return table + """

				Between two starts that follow each other, one with the starter and one without, the median of the \
				differences is %s ms.

				Connections made to Nango during all starts: %s. The first call made the pool and %s threads, and took \
				%s ms; the second took %s ms.
				""".formatted(
				Spread.number("%.0f", Spread.of(results.differences("with", "without", 1, "millis")).median()),
				Spread.number("%.0f", facts.get("connectionsAtStart")),
				Spread.number("%.0f", facts.get("threadsAfter") - facts.get("threadsBefore")),
				Spread.number("%.0f", facts.get("firstMillis")), Spread.number("%.0f", facts.get("secondMillis")));
	}

	private static void startupRow(StringBuilder table, Results results, String label, String name, String format) {
		Spread without = spread(results, "without", 1, name);
		Spread with = spread(results, "with", 1, name);
		table.append("| %s | %s | %s | **%s** |%n".formatted(label, without.text(format), with.text(format),
				Spread.number(format, with.median() - without.median())));
	}

	private static Spread spread(Results results, String client, int callers, String name) {
		return Spread.of(results.values(client, callers, name));
	}

}
