package org.nangospring.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.EngineSettings;
import org.nangospring.client.http.FixedHeader;
import org.nangospring.client.http.NangoEngine;

/**
 * Builds a client that differs from another in what is set here, and shares the rest with
 * it: connections, retry budget, metrics, and everything that the
 * {@link NangoClientBuilder} of the first one was told. Such a client costs next to
 * nothing, so it may be made for a single call.
 * <p>
 * To close it does nothing, since it has nothing of its own; it ends when the client that
 * was built first is closed.
 *
 * @param <C> {@link NangoClient} or {@link ReactiveNangoClient}
 */
public final class DerivedClientBuilder<C> {

	private final NangoEngine parent;

	private final Function<NangoEngine, C> constructor;

	private @Nullable String name;

	private @Nullable String secretKey;

	private @Nullable Duration responseTimeout;

	private @Nullable Duration callTimeout;

	private @Nullable Integer maxAttempts;

	private @Nullable NangoRetryPolicy retryPolicy;

	private final List<NangoInterceptor> interceptors = new ArrayList<>();

	private final List<NangoErrorMapper> errorMappers = new ArrayList<>();

	private boolean withoutErrorMappers;

	DerivedClientBuilder(NangoEngine parent, Function<NangoEngine, C> constructor) {
		this.parent = parent;
		this.constructor = constructor;
	}

	/**
	 * Sets the name that tells the client from others in metrics, traces and health. The
	 * default is that of the parent. One that is a bean needs a name of its own.
	 * @param name the name, of at most 64 characters
	 * @return this builder
	 * @throws IllegalArgumentException if it is null, blank, longer, or has control
	 * characters
	 */
	public DerivedClientBuilder<C> name(String name) {
		this.name = NangoClientBuilder.checkName(name);
		return this;
	}

	/**
	 * Sets the key of another environment on the same server. The client has its own
	 * {@link NangoClient#rateLimit() rate limit} then.
	 * @param secretKey the key
	 * @return this builder
	 * @throws IllegalArgumentException if it is null, blank, or has spaces or other
	 * characters that no key has
	 */
	public DerivedClientBuilder<C> secretKey(String secretKey) {
		this.secretKey = SecretKeys.check(secretKey);
		return this;
	}

	/**
	 * Sets how long Nango may be silent while an answer is waited for.
	 * @param timeout the limit, at least a millisecond
	 * @return this builder
	 */
	public DerivedClientBuilder<C> responseTimeout(Duration timeout) {
		this.responseTimeout = Arguments.positive(timeout, "response timeout");
		return this;
	}

	/**
	 * Sets how long a call may take with all its attempts and the waits between them.
	 * @param timeout the limit, at least a millisecond
	 * @return this builder
	 */
	public DerivedClientBuilder<C> callTimeout(Duration timeout) {
		this.callTimeout = Arguments.positive(timeout, "call timeout");
		return this;
	}

	/**
	 * Sets how often a call is tried at most. The budget stays the same one.
	 * @param maxAttempts the number, the first attempt included, from 1 to 100; 1 repeats
	 * nothing
	 * @return this builder
	 */
	public DerivedClientBuilder<C> maxAttempts(int maxAttempts) {
		this.maxAttempts = Arguments.range(maxAttempts, 1, 100, "number of attempts");
		return this;
	}

	/**
	 * Sets what decides whether failed attempts are repeated.
	 * @param policy the policy
	 * @return this builder
	 */
	public DerivedClientBuilder<C> retryPolicy(NangoRetryPolicy policy) {
		this.retryPolicy = Arguments.required(policy, "retry policy");
		return this;
	}

	/**
	 * Adds a header to every request. A header that a call itself has stays as it is.
	 * @param name the name; those with which HTTP or Nango is steered are refused, as in
	 * {@link NangoAttempt#header(String, String)}
	 * @param value the value
	 * @return this builder
	 * @throws IllegalArgumentException if the name or the value cannot be sent, or the
	 * name is refused
	 */
	public DerivedClientBuilder<C> header(String name, String value) {
		return interceptor(new FixedHeader(name, value));
	}

	/**
	 * Adds an interceptor, after those of the parent.
	 * @param interceptor the interceptor
	 * @return this builder
	 */
	public DerivedClientBuilder<C> interceptor(NangoInterceptor interceptor) {
		this.interceptors.add(Arguments.required(interceptor, "interceptor"));
		return this;
	}

	/**
	 * Adds a mapper of failures, which is asked before those of the parent.
	 * @param mapper the mapper
	 * @return this builder
	 */
	public DerivedClientBuilder<C> errorMapper(NangoErrorMapper mapper) {
		this.errorMappers.add(Arguments.required(mapper, "error mapper"));
		return this;
	}

	/**
	 * Leaves the mappers of the parent out, for code that handles the client's own
	 * exceptions.
	 * @return this builder
	 */
	public DerivedClientBuilder<C> withoutErrorMappers() {
		this.withoutErrorMappers = true;
		return this;
	}

	/**
	 * Builds the client.
	 * @return the client; it need not be closed
	 */
	public C build() {
		return this.constructor.apply(this.parent.derive(settings(this.parent.settings())));
	}

	private EngineSettings settings(EngineSettings from) {
		EngineSettings.Limits limits = from.limits();
		EngineSettings.Retry retry = from.retry();
		return from.with((this.name != null) ? this.name : from.name(),
				(this.secretKey != null) ? this.secretKey : from.secretKey(),
				limits.with((this.responseTimeout != null) ? this.responseTimeout : limits.responseTimeout(),
						(this.callTimeout != null) ? this.callTimeout : limits.callTimeout()),
				(this.maxAttempts != null) ? retry.withMaxAttempts(this.maxAttempts) : retry, from.extensions()
					.with(this.interceptors, this.retryPolicy, this.withoutErrorMappers, this.errorMappers));
	}

	@Override
	public String toString() {
		return "DerivedClientBuilder[" + this.parent.host() + "]";
	}

}
