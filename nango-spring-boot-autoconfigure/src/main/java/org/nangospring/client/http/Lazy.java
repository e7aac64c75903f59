package org.nangospring.client.http;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A value that is asked for when it is needed first. Two threads may both ask; a failure
 * is not remembered.
 *
 * @param <T> the type of the value
 */
final class Lazy<T> implements Supplier<@Nullable T> {

	private final Supplier<? extends @Nullable T> source;

	private @Nullable T value;

	private volatile boolean known;

	Lazy(Supplier<? extends @Nullable T> source) {
		this.source = source;
	}

	@Override
	public @Nullable T get() {
		if (!this.known) {
			this.value = this.source.get();
			this.known = true;
		}
		return this.value;
	}

}
