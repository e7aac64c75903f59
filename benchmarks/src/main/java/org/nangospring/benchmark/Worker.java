package org.nangospring.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.nangospring.benchmark.calls.CallClients;
import org.nangospring.benchmark.calls.CallMeasurement;
import org.nangospring.benchmark.records.DrainMeasurement;
import org.openjdk.jmh.runner.RunnerException;

/**
 * A process that measures one client whenever it is told to, a line for each measurement,
 * and ends when its standard input does. Each client has a process of its own, because
 * what one does must not change how the other is compiled.
 */
public final class Worker {

	static final String RESULT = "result ";

	private final URI stub;

	private @Nullable DrainMeasurement drain;

	private Worker(URI stub) {
		this.stub = stub;
	}

	/**
	 * Runs the process.
	 * @param args where the stub is
	 * @throws Exception if it cannot measure
	 */
	public static void main(String[] args) throws Exception {
		System.setProperty(CallClients.STUB, args[0]);
		System.setProperty("jmh.ignoreLock", "true");
		Worker worker = new Worker(URI.create(args[0]));
		BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String command = commands.readLine(); command != null; command = commands.readLine()) {
			System.out.println(RESULT + worker.run(command.split(" ")));
		}
		// clients keep threads that are no daemons
		System.exit(0);
	}

	private Measurement run(String[] command) throws RunnerException {
		if (command[0].equals("drain")) {
			if (this.drain == null) {
				this.drain = DrainMeasurement.of(command[1], this.stub, Long.parseLong(command[2]));
			}
			return this.drain.measure();
		}
		return CallMeasurement.measure(command[1], Integer.parseInt(command[2]), Long.parseLong(command[3]),
				Long.parseLong(command[4]));
	}

}
