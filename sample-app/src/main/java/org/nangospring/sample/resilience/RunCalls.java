package org.nangospring.sample.resilience;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.sample.failure.Failures;

/**
 * Makes the calls of a run.
 */
class RunCalls {

	private static final Log logger = LogFactory.getLog(RunCalls.class);

	private final Run run;

	private final NangoClient nango;

	RunCalls(Run run, NangoClient nango) {
		this.run = run;
		this.nango = nango;
	}

	/**
	 * Makes them all and waits for their end.
	 */
	void make() {
		switch (this.run.experiment().call()) {
			case READ -> call(this::read);
			case WRITE -> call(this::write);
			case BURST -> burst();
		}
	}

	private void read() {
		this.nango.integrations().list();
	}

	private void write() {
		this.nango.connection("github", "acme-github")
			.actions()
			.trigger("create-issue", Map.of("title", "Made in the resilience corner", "repository", "acme/widgets"));
	}

	private void burst() {
		ExecutorService callers = Executors.newFixedThreadPool(this.run.experiment().threads());
		try {
			List<Future<?>> calls = new ArrayList<>();
			for (int i = 0; i < this.run.experiment().calls(); i++) {
				calls.add(callers.submit(() -> call(this::read)));
			}
			for (Future<?> call : calls) {
				call.get();
			}
		}
		catch (InterruptedException ex) {
			// the application stops
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A call has failed in a way that was not foreseen", ex.getCause());
		}
		finally {
			callers.shutdownNow();
		}
	}

	private void call(Runnable call) {
		try {
			call.run();
			this.run.succeeded();
		}
		catch (NangoException ex) {
			this.run.failed(Failures.of(ex));
		}
		catch (RuntimeException ex) {
			logger.error("A call of an experiment has failed in a way that was not foreseen", ex);
			this.run.failed(Failures.ofUnforeseen(ex));
		}
	}

}
