package org.nangospring.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures clients side by side. In each round every client gets a new process, is warmed
 * up, and then has its turns with the others: what disturbs the machine disturbs them
 * all, and what the compiler of one process has happened to decide is in one round only.
 */
abstract class Rounds {

	private final RunOptions options;

	Rounds(RunOptions options) {
		this.options = options;
	}

	final void run() {
		for (int round = 1; round <= this.options.rounds(); round++) {
			Map<String, ChildProcess> workers = new LinkedHashMap<>();
			try {
				start(workers);
				System.out.printf("Round %d, warming up%n", round);
				workers.forEach(this::warmUp);
				List<Map.Entry<String, ChildProcess>> order = new ArrayList<>(workers.entrySet());
				Collections.rotate(order, round);
				measure(round, order);
			}
			finally {
				workers.values().forEach(ChildProcess::close);
			}
		}
	}

	/**
	 * Starts the processes.
	 * @param workers takes them, by the names of their clients
	 */
	abstract void start(Map<String, ChildProcess> workers);

	/**
	 * Warms one up.
	 * @param client the name of its client
	 * @param worker the process
	 */
	abstract void warmUp(String client, ChildProcess worker);

	/**
	 * Measures all of them.
	 * @param round the number of the round
	 * @param workers in the order of this round
	 */
	abstract void measure(int round, List<Map.Entry<String, ChildProcess>> workers);

}
