package org.nangospring.sample.resilience;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.sample.failure.InvalidInputException;
import org.nangospring.sample.nango.EmbeddedNango;
import org.nangospring.sample.nango.Fault;
import org.nangospring.sample.nango.FaultPlan;
import org.nangospring.sample.nango.Faults;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Lets things go wrong and calls Nango meanwhile.
 */
@Service
public class ResilienceService implements DisposableBean {

	/** The name of this corner's client in metrics. */
	static final String CLIENT_NAME = "resilience";

	private final NangoClient nango;

	private final @Nullable Faults faults;

	private final CounterReader counters;

	private final Clock clock;

	private final io.micrometer.core.instrument.Clock stopwatch;

	private final Duration patience;

	private final ApplicationEventPublisher events;

	private final AtomicLong lastId = new AtomicLong();

	private final ExecutorService executor = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "resilience-run");
		thread.setDaemon(true);
		return thread;
	});

	private @Nullable Run run;

	ResilienceService(NangoClient nango, ObjectProvider<EmbeddedNango> embedded, CounterReader counters, Clock clock,
			io.micrometer.core.instrument.Clock stopwatch,
			@Value("${sample.resilience.response-timeout}") Duration patience, ApplicationEventPublisher events) {
		this.nango = nango;
		EmbeddedNango own = embedded.getIfAvailable();
		this.faults = (own != null) ? own.faults() : null;
		this.counters = counters;
		this.clock = clock;
		this.stopwatch = stopwatch;
		this.patience = patience;
		this.events = events;
	}

	/**
	 * Starts an experiment and does not wait for its end. Only its own calls meet the
	 * fault.
	 * @param experiment what to try
	 * @return the run
	 * @throws RunUnderWayException if there is one already
	 * @throws InvalidInputException if the Nango is a real one
	 */
	public synchronized RunView start(Experiment experiment) {
		Faults own = available();
		if (this.run != null && this.run.isUnderWay()) {
			throw new RunUnderWayException();
		}
		Run started = new Run("run-" + this.lastId.incrementAndGet(), experiment, this.counters.read(),
				this.clock.instant(), this.stopwatch);
		Fault fault = experiment.fault().fault(experiment.time());
		if (fault != null) {
			Integer times = experiment.times();
			FaultPlan plan = (times != null) ? FaultPlan.next(times, fault) : FaultPlan.always(fault);
			own.add(plan.labelled(started.id()));
		}
		this.run = started;
		this.executor.execute(() -> {
			try {
				new RunCalls(started, client(started)).make();
			}
			finally {
				own.clear(started.id());
				started.end(this.counters.read());
			}
		});
		return view(started, own);
	}

	/**
	 * Lets all calls of the application go wrong until {@link #reset()}: also those of
	 * record listeners, health checks and other pages.
	 * @param fault what goes wrong
	 * @param time how long Nango asks to wait, or takes to answer
	 * @throws InvalidInputException if the Nango is a real one
	 */
	public synchronized void outage(FaultChoice fault, Duration time) {
		Faults own = available();
		own.clear();
		Fault everywhere = fault.fault(time);
		if (everywhere != null) {
			own.add(FaultPlan.always(everywhere));
		}
		this.events.publishEvent(new OutageChanged());
	}

	/**
	 * Lets everything go well again. A run that is under way goes on.
	 * @throws InvalidInputException if the Nango is a real one
	 */
	public void reset() {
		available().clear();
		this.events.publishEvent(new OutageChanged());
	}

	/**
	 * Tells whether all calls of the application go wrong.
	 * @return whether there is an outage
	 */
	public boolean isOutageOn() {
		return this.faults != null
				&& this.faults.planned().stream().map(PlannedFault::of).anyMatch(PlannedFault::everywhere);
	}

	/**
	 * How things are.
	 * @return the state, with the last run
	 */
	public synchronized ResilienceView view() {
		if (this.faults == null) {
			return new ResilienceView(false, List.of(), null);
		}
		RunView last = (this.run != null) ? view(this.run, this.faults) : null;
		return new ResilienceView(true, this.faults.planned().stream().map(PlannedFault::of).toList(), last);
	}

	@Override
	public void destroy() {
		this.executor.shutdownNow();
	}

	/**
	 * A client that differs from the application's only in what makes the run visible.
	 * Connections and the retry budget are the same.
	 */
	private NangoClient client(Run run) {
		return this.nango.mutate()
			.name(CLIENT_NAME)
			.header(Faults.LABEL, run.id())
			.responseTimeout(this.patience)
			.interceptor(new AttemptRecorder(run))
			.build();
	}

	private RunView view(Run run, Faults own) {
		Run.State state = run.state();
		Run.End end = state.end();
		Counters now = (end != null) ? end.after() : this.counters.read();
		Faults.Tally tally = own.tally(run.id());
		return new RunView(run.id(), end == null, run.experiment(), Lesson.of(run.experiment(), this.patience),
				run.startedAt(), state.elapsed(), state.attempts(), state.succeeded(), state.failed(),
				(end != null) ? RunResult.of(run.experiment(), state, tally) : null, state.firstFailure(),
				tally.received(), tally.carriedOut(), now.budgetUsedUp(), CounterRow.of(run.before(), now));
	}

	private Faults available() {
		if (this.faults == null) {
			throw new InvalidInputException(
					"Only the Nango inside the application can be made to fail. Start it without NANGO_SECRET_KEY to have one.");
		}
		return this.faults;
	}

}
