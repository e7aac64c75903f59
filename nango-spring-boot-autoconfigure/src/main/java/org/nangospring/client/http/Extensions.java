package org.nangospring.client.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoErrorMapper;
import org.nangospring.client.NangoInterceptor;
import org.nangospring.client.NangoRetryPolicy;

/**
 * What an application adds to the engine. It is asked for when it is needed first, since
 * beans of the application may need the client themselves. A derived engine shares what
 * its parent has been given.
 */
public final class Extensions {

	private final List<Lazy<List<NangoInterceptor>>> interceptors;

	private final @Nullable Lazy<NangoRetryPolicy> retryPolicy;

	private final List<Lazy<List<NangoErrorMapper>>> errorMappers;

	private Extensions(List<Lazy<List<NangoInterceptor>>> interceptors, @Nullable Lazy<NangoRetryPolicy> retryPolicy,
			List<Lazy<List<NangoErrorMapper>>> errorMappers) {
		this.interceptors = interceptors;
		this.retryPolicy = retryPolicy;
		this.errorMappers = errorMappers;
	}

	/**
	 * Creates the extensions of a client.
	 * @param interceptors give interceptors, in their order
	 * @param retryPolicy gives what decides about repeats, or null for the usual policy
	 * @param errorMappers give mappers of failures, in their order
	 * @return the extensions
	 */
	public static Extensions of(List<Supplier<List<NangoInterceptor>>> interceptors,
			@Nullable Supplier<? extends @Nullable NangoRetryPolicy> retryPolicy,
			List<Supplier<List<NangoErrorMapper>>> errorMappers) {
		return new Extensions(lazy(interceptors), (retryPolicy != null) ? new Lazy<>(retryPolicy) : null,
				lazy(errorMappers));
	}

	private static <T> List<Lazy<List<T>>> lazy(List<Supplier<List<T>>> sources) {
		List<Lazy<List<T>>> lazy = new ArrayList<>(sources.size());
		for (Supplier<List<T>> source : sources) {
			lazy.add(new Lazy<>(source));
		}
		return lazy;
	}

	/**
	 * Adds to a copy of these.
	 * @param addedInterceptors come after those that are there
	 * @param otherPolicy takes the place of the policy, unless it is null
	 * @param dropMappers whether to leave out the mappers that are there
	 * @param addedMappers come before those that are there
	 * @return the copy
	 */
	public Extensions with(List<NangoInterceptor> addedInterceptors, @Nullable NangoRetryPolicy otherPolicy,
			boolean dropMappers, List<NangoErrorMapper> addedMappers) {
		List<Lazy<List<NangoInterceptor>>> allInterceptors = new ArrayList<>(this.interceptors);
		List<NangoInterceptor> lastInterceptors = List.copyOf(addedInterceptors);
		allInterceptors.add(new Lazy<>(() -> lastInterceptors));
		List<Lazy<List<NangoErrorMapper>>> allMappers = new ArrayList<>();
		List<NangoErrorMapper> firstMappers = List.copyOf(addedMappers);
		allMappers.add(new Lazy<>(() -> firstMappers));
		if (!dropMappers) {
			allMappers.addAll(this.errorMappers);
		}
		return new Extensions(List.copyOf(allInterceptors),
				(otherPolicy != null) ? new Lazy<>(() -> otherPolicy) : this.retryPolicy, List.copyOf(allMappers));
	}

	List<NangoInterceptor> interceptors() {
		return all(this.interceptors);
	}

	@Nullable NangoRetryPolicy retryPolicy() {
		return (this.retryPolicy != null) ? this.retryPolicy.get() : null;
	}

	List<NangoErrorMapper> errorMappers() {
		return all(this.errorMappers);
	}

	private static <T> List<T> all(List<Lazy<List<T>>> sources) {
		return sources.stream().flatMap((source) -> Objects.requireNonNull(source.get()).stream()).toList();
	}

}
