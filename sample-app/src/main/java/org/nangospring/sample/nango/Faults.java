package org.nangospring.sample.nango;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at the Nango inside the application. Plans are used in the order in
 * which they were added: a call meets the fault of the first one that is for it. Safe for
 * use by many threads.
 */
public final class Faults {

	/**
	 * The header in which calls carry a label, so that a fault can be for them alone.
	 */
	public static final String LABEL = "X-Fault-Label";

	private static final int TALLIES = 50;

	private final List<FaultPlan> plans = new LinkedList<>();

	private final Map<String, Tally> tallies = new LinkedHashMap<>();

	// by label: those who wait behind one are let go when the faults are cleared
	private final Map<String, CountDownLatch> gates = new HashMap<>();

	Faults() {
	}

	/**
	 * Lets something go wrong, after what was planned before.
	 * @param plan what, and with which calls
	 */
	public synchronized void add(FaultPlan plan) {
		this.plans.add(plan);
	}

	/**
	 * What is still to go wrong.
	 * @return the plans, with the calls that are left
	 */
	public synchronized List<FaultPlan> planned() {
		return List.copyOf(this.plans);
	}

	/**
	 * Lets everything go well again for calls with a label, from now on and also for
	 * those that such a fault holds up.
	 * @param label the label
	 */
	public synchronized void clear(String label) {
		this.plans.removeIf((plan) -> label.equals(plan.label()));
		CountDownLatch gate = this.gates.remove(label);
		if (gate != null) {
			gate.countDown();
		}
	}

	/**
	 * Lets everything go well again, from now on and also for calls that are held up.
	 */
	public synchronized void clear() {
		this.plans.clear();
		this.gates.values().forEach(CountDownLatch::countDown);
		this.gates.clear();
	}

	/**
	 * What became of calls with a label. It is known of the last labels only.
	 * @param label the label
	 * @return the numbers
	 */
	public synchronized Tally tally(String label) {
		return this.tallies.getOrDefault(label, Tally.NONE);
	}

	synchronized @Nullable Dealt take(@Nullable String label) {
		for (ListIterator<FaultPlan> iterator = this.plans.listIterator(); iterator.hasNext();) {
			FaultPlan plan = iterator.next();
			if (plan.isFor(label)) {
				if (plan.calls() == 1) {
					iterator.remove();
				}
				else {
					iterator.set(plan.withoutOne());
				}
				return new Dealt(plan.fault(), gate(plan));
			}
		}
		return null;
	}

	synchronized void count(@Nullable String label, boolean carriedOut) {
		if (label == null) {
			return;
		}
		Tally before = tally(label);
		this.tallies.put(label, new Tally(before.received() + 1, before.carriedOut() + (carriedOut ? 1 : 0)));
		if (this.tallies.size() > TALLIES) {
			this.tallies.remove(this.tallies.keySet().iterator().next());
		}
	}

	private CountDownLatch gate(FaultPlan plan) {
		String label = (plan.label() != null) ? plan.label() : "";
		return this.gates.computeIfAbsent(label, (it) -> new CountDownLatch(1));
	}

	/**
	 * What became of calls.
	 *
	 * @param received how many came in, repeats included
	 * @param carriedOut how many of them were carried out, whether or not their answer
	 * arrived
	 */
	public record Tally(long received, long carriedOut) {

		private static final Tally NONE = new Tally(0, 0);

	}

	/**
	 * A fault that a call has met.
	 *
	 * @param fault what goes wrong
	 * @param gate opened when the faults are cleared
	 */
	record Dealt(Fault fault, CountDownLatch gate) {

		/**
		 * Waits as long as the fault says, but not longer than until the faults are
		 * cleared.
		 */
		void hold() {
			try {
				this.gate.await(this.fault.time().toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				// the server stops
				Thread.currentThread().interrupt();
			}
		}

	}

}
