package org.nangospring.autoconfigure.health;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoAccessDeniedException;
import org.nangospring.client.NangoAuthenticationException;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.RateLimit;

import org.springframework.boot.health.contributor.Health;

/**
 * Turns the steps of a check into health.
 */
final class NangoHealthReport {

	private final NangoClient client;

	private final Instant checkedAt;

	private final Map<String, Object> details = new LinkedHashMap<>();

	NangoHealthReport(NangoClient client, Instant checkedAt) {
		this.client = client;
		this.checkedAt = checkedAt;
	}

	/**
	 * The health when only the first step was made.
	 */
	Health afterPing(CheckStep ping) {
		pinged(ping);
		this.details.put("key", "unknown");
		return unsure(ping);
	}

	/**
	 * The health when both steps were made.
	 */
	Health afterBoth(CheckStep ping, CheckStep key) {
		pinged(ping);
		this.details.put("keyCheckMillis", key.millis());
		if (key.failure() == null) {
			this.details.put("key", "valid");
			return end(Health.up());
		}
		if (key.failure() instanceof NangoAccessDeniedException) {
			this.details.put("key", "valid");
			this.details.put("keyScope", "The key may not list connections. Calls within its scopes work.");
			return end(Health.up());
		}
		if (key.failure() instanceof NangoAuthenticationException) {
			this.details.put("key", "refused");
			return down(key.failure());
		}
		this.details.put("key", "unknown");
		return unsure(key);
	}

	private void pinged(CheckStep ping) {
		this.details.put("host", this.client.host().toString());
		this.details.put("reachable", ping.answered());
		this.details.put("pingMillis", ping.millis());
	}

	private Health unsure(CheckStep step) {
		if (step.failure() instanceof NangoRateLimitException) {
			// Nango works; too many calls are no reason to restart an application
			this.details.put("rateLimited", true);
			return end(Health.up());
		}
		return down(step.failure());
	}

	private Health down(@Nullable Exception failure) {
		if (failure instanceof NangoException || failure instanceof CheckTimeoutException) {
			this.details.put("error", String.valueOf(failure.getMessage()));
		}
		else if (failure != null) {
			// its message is not known to hold no secrets
			this.details.put("error", failure.getClass().getName());
		}
		return end(Health.down());
	}

	private Health end(Health.Builder health) {
		RateLimit rateLimit = this.client.rateLimit();
		if (rateLimit != null) {
			this.details.put("rateLimit", Map.of("limit", rateLimit.limit(), "remaining", rateLimit.remaining(),
					"resetAt", rateLimit.resetAt()));
		}
		this.details.put("checkedAt", this.checkedAt);
		return health.withDetails(this.details).build();
	}

}
