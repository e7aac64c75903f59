package org.nangospring.sample.page;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.sample.failure.Failure;
import org.nangospring.sample.failure.Failures;
import org.nangospring.sample.failure.InvalidInputException;

/**
 * A part of the page. Each is fetched for itself, so that one that fails does not take
 * the others with it.
 *
 * @param <T> the type of what it shows
 * @param value what it shows, or null if it could not be fetched
 * @param failure why it could not be fetched, or null
 */
record Part<T>(@Nullable T value, @Nullable Failure failure) {

	static <T> Part<T> of(Supplier<T> source) {
		try {
			return new Part<>(source.get(), null);
		}
		catch (NangoException ex) {
			return new Part<>(null, Failures.of(ex));
		}
		catch (IllegalArgumentException | InvalidInputException ex) {
			return new Part<>(null, Failures.ofInput(ex));
		}
	}

}
