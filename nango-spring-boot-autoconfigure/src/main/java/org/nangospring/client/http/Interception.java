package org.nangospring.client.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoInterceptor;
import reactor.util.context.ContextView;

import org.springframework.http.HttpHeaders;

/**
 * Shows the attempts of one call to the interceptors.
 */
final class Interception {

	private static final Log logger = LogFactory.getLog(Interception.class);

	private final List<NangoInterceptor> interceptors;

	private final String client;

	private final NangoRequest<?> request;

	private final ContextView context;

	private final EngineTiming timing;

	private final Map<String, Object> attributes = new ConcurrentHashMap<>();

	/** Whoever takes it away tells how it ended, so that it is told once. */
	private final AtomicReference<@Nullable InterceptedAttempt> current = new AtomicReference<>();

	Interception(List<NangoInterceptor> interceptors, String client, NangoRequest<?> request, ContextView context,
			EngineTiming timing) {
		this.interceptors = interceptors;
		this.client = client;
		this.request = request;
		this.context = context;
		this.timing = timing;
	}

	String client() {
		return this.client;
	}

	NangoRequest<?> request() {
		return this.request;
	}

	ContextView context() {
		return this.context;
	}

	Map<String, Object> attributes() {
		return this.attributes;
	}

	/**
	 * Asks the interceptors about an attempt.
	 * @throws ApplicationFailure if one of them threw something
	 */
	void begin(int number) {
		InterceptedAttempt attempt = new InterceptedAttempt(this, number, this.timing.nanoTime());
		int asked = 0;
		try {
			for (NangoInterceptor interceptor : this.interceptors) {
				interceptor.beforeAttempt(attempt);
				asked++;
			}
		}
		catch (Throwable ex) {
			attempt.sent();
			tell(this.interceptors.subList(0, asked), attempt, result(attempt, ex, null, false));
			if (ex instanceof Error error) {
				throw error;
			}
			throw new ApplicationFailure(ex);
		}
		attempt.sent();
		this.current.set(attempt);
	}

	/**
	 * The headers that were added to the attempt, or null when there are none.
	 */
	@Nullable HttpHeaders headers() {
		InterceptedAttempt attempt = this.current.get();
		return (attempt != null) ? attempt.headers() : null;
	}

	void answered(int status) {
		InterceptedAttempt attempt = this.current.get();
		if (attempt != null) {
			attempt.status(status);
		}
	}

	/**
	 * The attempt has ended, if there is one that has not.
	 * @param failure why it failed, or null
	 * @param repeatedAfter how long the client waits before the next one, or null when
	 * there is none
	 * @param cancelled whether a subscriber gave it up
	 */
	void ended(@Nullable Throwable failure, @Nullable Duration repeatedAfter, boolean cancelled) {
		InterceptedAttempt attempt = this.current.getAndSet(null);
		if (attempt != null) {
			tell(this.interceptors, attempt, result(attempt, failure, repeatedAfter, cancelled));
		}
	}

	private AttemptResult result(InterceptedAttempt attempt, @Nullable Throwable failure,
			@Nullable Duration repeatedAfter, boolean cancelled) {
		return new AttemptResult(attempt.status(), Duration.ofNanos(this.timing.nanoTime() - attempt.begunAt()),
				failure, repeatedAfter, cancelled);
	}

	/**
	 * An interceptor that fails here must not take the call with it.
	 */
	private static void tell(List<NangoInterceptor> interceptors, InterceptedAttempt attempt, AttemptResult result) {
		for (int i = interceptors.size() - 1; i >= 0; i--) {
			NangoInterceptor interceptor = interceptors.get(i);
			try {
				interceptor.afterAttempt(attempt, result);
			}
			catch (RuntimeException ex) {
				logger.warn("A NangoInterceptor failed after an attempt: " + interceptor.getClass().getName(), ex);
			}
		}
	}

}
