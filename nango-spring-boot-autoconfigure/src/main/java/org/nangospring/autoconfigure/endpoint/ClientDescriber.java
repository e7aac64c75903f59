package org.nangospring.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.endpoint.ClientDescriptor.ErrorDescriptor;
import org.nangospring.autoconfigure.endpoint.ClientDescriptor.PoolDescriptor;
import org.nangospring.autoconfigure.endpoint.ClientDescriptor.RateLimitDescriptor;
import org.nangospring.autoconfigure.endpoint.ClientDescriptor.RetryBudgetDescriptor;
import org.nangospring.client.NangoClient;
import org.nangospring.client.RateLimit;
import org.nangospring.client.http.EngineClient;
import org.nangospring.client.http.EngineState;
import org.nangospring.client.http.LastError;
import org.nangospring.client.http.PoolUsage;

import org.springframework.boot.actuate.endpoint.Sanitizer;

/**
 * Describes clients for the endpoint.
 */
final class ClientDescriber {

	private final Sanitizer sanitizer;

	ClientDescriber(Sanitizer sanitizer) {
		this.sanitizer = sanitizer;
	}

	ClientDescriptor describe(NangoClient client) {
		RateLimitDescriptor rateLimit = rateLimit(client.rateLimit());
		if (!(client instanceof EngineClient ours)) {
			return new ClientDescriptor(null, rateLimit, null, null, null);
		}
		EngineState state = ours.engine().state();
		return new ClientDescriptor(new ConfigurationDescriber(this.sanitizer).describe(state), rateLimit, pool(state),
				budget(state), errors(state));
	}

	private static @Nullable RateLimitDescriptor rateLimit(@Nullable RateLimit known) {
		return (known != null) ? new RateLimitDescriptor(known.limit(), known.remaining(), known.resetAt()) : null;
	}

	private static @Nullable PoolDescriptor pool(EngineState state) {
		PoolUsage usage = state.pool();
		return (usage != null) ? new PoolDescriptor(usage.active(), usage.idle(), usage.pending(),
				state.settings().pool().maxConnections()) : null;
	}

	private static RetryBudgetDescriptor budget(EngineState state) {
		return new RetryBudgetDescriptor(state.settings().retry().budget(), state.budgetLeft(), state.budgetLeft() < 1);
	}

	private static Map<String, ErrorDescriptor> errors(EngineState state) {
		Map<String, ErrorDescriptor> errors = new LinkedHashMap<>();
		state.lastErrors().forEach((operation, error) -> errors.put(operation, error(error)));
		return errors;
	}

	private static ErrorDescriptor error(LastError error) {
		return new ErrorDescriptor(error.at(), error.exception(), error.status(), error.code(), error.reason(),
				error.attempts(), error.count());
	}

}
