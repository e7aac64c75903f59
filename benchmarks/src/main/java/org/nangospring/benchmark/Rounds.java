package org.nangospring.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Measures clients in turn, several times. Each time every client gets a new process and
 * is measured as soon as it is warm: what the compiler of one process has happened to
 * decide is in one round only, and a process that has rested for a minute is no longer as
 * fast as before.
 */
abstract class Rounds {

	private final RunOptions options;

	private final Results results;

	private final String host;

	Rounds(RunOptions options, Results results, String host) {
		this.options = options;
		this.results = results;
		this.host = host;
	}

	final RunOptions options() {
		return this.options;
	}

	final Results results() {
		return this.results;
	}

	final String host() {
		return this.host;
	}

	final void run() {
		for (int round = 1; round <= this.options.rounds(); round++) {
			List<String> order = new ArrayList<>(clients());
			Collections.rotate(order, round);
			for (String client : order) {
				Optional<ChildProcess> started = start(client);
				if (started.isPresent()) {
					try (ChildProcess worker = started.get()) {
						measure(round, client, worker);
					}
				}
			}
		}
	}

	/**
	 * The names of the clients.
	 */
	abstract List<String> clients();

	/**
	 * Starts a process.
	 * @param client the name of its client
	 * @return the process, or nothing where the client is not there
	 */
	abstract Optional<ChildProcess> start(String client);

	/**
	 * Warms a client up and measures it.
	 * @param round the number of the round
	 * @param client the name of the client
	 * @param worker its process
	 */
	abstract void measure(int round, String client, ChildProcess worker);

}
