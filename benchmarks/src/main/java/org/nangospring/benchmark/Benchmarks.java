package org.nangospring.benchmark;

import java.util.Arrays;

import org.nangospring.benchmark.calls.CallClients;
import org.nangospring.benchmark.report.Report;
import org.nangospring.benchmark.stub.StubProcess;

/**
 * What {@code benchmarks/run} starts.
 */
public final class Benchmarks {

	private static final String HELP = """
			benchmarks/run COMMAND [OPTIONS]

			Commands:
			  calls      one call, by all clients in turn
			  records    reading a million records, by all clients in turn
			  listeners  100,000 changes of 50 connections, by a listener and by plain streams
			  startup    what the starter adds to the start of an application
			  report     write what was measured last into docs/benchmarks.md and docs/benchmarks.svg
			  all        all of these
			  jmh        the benchmarks of single calls with JMH's own options, for example
			             benchmarks/run jmh BlockingCalls.nango -t 16 -prof gc
			""";

	private Benchmarks() {
	}

	/**
	 * Runs a command.
	 * @param args the command and its options
	 * @throws Exception if it cannot be run
	 */
	public static void main(String[] args) throws Exception {
		String command = (args.length > 0) ? args[0] : "help";
		String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
		try {
			run(command, rest);
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.exit(2);
		}
	}

	private static void run(String command, String[] rest) throws Exception {
		switch (command) {
			case "calls" -> CallsBenchmark.run(RunOptions.parse(rest));
			case "records" -> RecordsBenchmark.run(RunOptions.parse(rest));
			case "listeners" -> ListenersBenchmark.run(RunOptions.parse(rest));
			case "startup" -> StartupBenchmark.run(RunOptions.parse(rest));
			case "report" -> Report.write();
			case "all" -> all(RunOptions.parse(rest));
			case "jmh" -> jmh(rest);
			case "help", "-h", "--help" -> System.out.println(HELP + RunOptions.HELP);
			default -> throw new IllegalArgumentException("There is no command " + command + "\n" + HELP);
		}
	}

	private static void all(RunOptions options) throws Exception {
		CallsBenchmark.run(options);
		RecordsBenchmark.run(options);
		ListenersBenchmark.run(options);
		StartupBenchmark.run(options);
		Report.write();
	}

	private static void jmh(String[] args) throws Exception {
		try (StubProcess stub = StubProcess.start(1)) {
			String[] all = Arrays.copyOf(args, args.length + 2);
			all[args.length] = "-jvmArgsAppend";
			all[args.length + 1] = "-D" + CallClients.STUB + "=" + stub.uri();
			org.openjdk.jmh.Main.main(all);
		}
	}

}
