package org.nangospring.sample.page;

import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.sample.failure.Failure;
import org.nangospring.sample.failure.Failures;
import org.nangospring.sample.failure.InvalidInputException;

/**
 * What came of a form that was sent.
 *
 * @param section the section of the page that it belongs to
 * @param message what was done, or null if it failed or the tile shows it anyway
 * @param details what else is worth knowing, by its name
 * @param body what came back, or null when nothing did
 * @param failure why it failed, or null
 */
record Outcome(String section, @Nullable String message, Map<String, String> details, @Nullable String body,
		@Nullable Failure failure) {

	static Outcome done(String section, String message, @Nullable String body) {
		return new Outcome(section, message, Map.of(), body, null);
	}

	static Outcome unsaid(String section) {
		return new Outcome(section, null, Map.of(), null, null);
	}

	static Outcome failed(String section, Failure failure) {
		return new Outcome(section, null, Map.of(), null, failure);
	}

	Outcome with(Map<String, String> all) {
		return new Outcome(this.section, this.message, all, this.body, this.failure);
	}

	/**
	 * Does what a form asks for.
	 * @param section the section that the form belongs to
	 * @param task what to do
	 * @return the outcome of the task, or its failure
	 */
	static Outcome of(String section, Supplier<Outcome> task) {
		try {
			return task.get();
		}
		catch (NangoException ex) {
			return failed(section, Failures.of(ex));
		}
		catch (IllegalArgumentException | InvalidInputException ex) {
			return failed(section, Failures.ofInput(ex));
		}
	}

}
