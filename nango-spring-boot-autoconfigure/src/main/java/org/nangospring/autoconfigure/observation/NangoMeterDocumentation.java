package org.nangospring.autoconfigure.observation;

import java.util.List;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/**
 * The meters of the client, of webhooks and of record listeners, apart from the timers of
 * observations. {@link #getDescription()} says what each one tells. Connection ids are in
 * no tag.
 */
public enum NangoMeterDocumentation implements MeterDocumentation {

	RETRIES("nango.client.retries", Meter.Type.COUNTER, null, "Attempts at calls to Nango that were repeated",
			Keys.CLIENT, Keys.OPERATION, Keys.RETRY_REASON),

	RETRY_BUDGET_REMAINING("nango.client.retry.budget.remaining", Meter.Type.GAUGE, null,
			"Repeats that are left in the retry budget; below 1 each call is tried once", Keys.CLIENT),

	RETRY_BUDGET_CAPACITY("nango.client.retry.budget.capacity", Meter.Type.GAUGE, null,
			"Repeats that the retry budget has room for", Keys.CLIENT),

	RATE_LIMIT_LIMIT("nango.client.ratelimit.limit", Meter.Type.GAUGE, null, "Calls allowed in one window",
			Keys.CLIENT),

	RATE_LIMIT_REMAINING("nango.client.ratelimit.remaining", Meter.Type.GAUGE, null,
			"Calls left in the window when Nango last answered", Keys.CLIENT),

	RATE_LIMIT_RESET("nango.client.ratelimit.reset", Meter.Type.GAUGE, "seconds",
			"Time until the next window begins, 0 when it has begun", Keys.CLIENT),

	POOL_ACTIVE("nango.client.pool.active", Meter.Type.GAUGE, null, "Connections in use, where the pool is measured",
			Keys.CLIENT),

	POOL_IDLE("nango.client.pool.idle", Meter.Type.GAUGE, null,
			"Open connections that are not in use, where the pool is measured", Keys.CLIENT),

	POOL_PENDING("nango.client.pool.pending", Meter.Type.GAUGE, null,
			"Calls that wait for a connection, where the pool is measured", Keys.CLIENT),

	POOL_MAX("nango.client.pool.max", Meter.Type.GAUGE, null, "Connections at most, where the pool is measured",
			Keys.CLIENT),

	WEBHOOKS_RECEIVED("nango.webhook.received", Meter.Type.COUNTER, null,
			"Webhooks of Nango that were signed and could be read", Keys.WEBHOOK_TYPE, Keys.WEBHOOK_OUTCOME),

	WEBHOOKS_REFUSED("nango.webhook.refused", Meter.Type.COUNTER, null, "Requests that were no webhooks of Nango",
			Keys.REFUSAL_REASON),

	LISTENER_RECORDS("nango.listener.records", Meter.Type.COUNTER, null, "Changes that were delivered", Keys.LISTENER,
			Keys.ACTION),

	LISTENER_BATCH("nango.listener.batch", Meter.Type.TIMER, null,
			"Time that listeners took for a batch, with saving its position", Keys.LISTENER),

	LISTENER_LAG("nango.listener.lag", Meter.Type.GAUGE, "seconds",
			"Age of the oldest change, not of the newest, that is known and not delivered yet; 0 when there is none",
			Keys.LISTENER),

	LISTENER_STREAMS("nango.listener.streams", Meter.Type.GAUGE, null, "Streams that this instance looks after",
			Keys.LISTENER, Keys.STATE),

	LISTENER_FAILURES("nango.listener.failures", Meter.Type.COUNTER, null,
			"Attempts to fetch, deliver or save changes that failed", Keys.LISTENER, Keys.KIND),

	LISTENER_UNDELIVERED("nango.listener.undelivered", Meter.Type.COUNTER, null,
			"Changes that could not be delivered after all attempts", Keys.LISTENER, Keys.DECISION),

	LISTENER_LISTING_FAILURES("nango.listener.listing.failures", Meter.Type.COUNTER, null,
			"Attempts to list the connections of an integration that failed", Keys.INTEGRATION);

	private final String name;

	private final Meter.Type type;

	private final @Nullable String baseUnit;

	private final String description;

	private final Keys[] keys;

	NangoMeterDocumentation(String name, Meter.Type type, @Nullable String baseUnit, String description, Keys... keys) {
		this.name = name;
		this.type = type;
		this.baseUnit = baseUnit;
		this.description = description;
		this.keys = keys;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public @Nullable String getBaseUnit() {
		return this.baseUnit;
	}

	@Override
	public KeyName[] getKeyNames() {
		return this.keys.clone();
	}

	/**
	 * What the meter tells.
	 * @return a sentence without a full stop
	 */
	public String getDescription() {
		return this.description;
	}

	/**
	 * Tags of the meters.
	 */
	public enum Keys implements KeyName {

		CLIENT("client", "name of the client: `default`, or the one it was given"),

		OPERATION("operation", "the operation, for example `connections.get`"),

		RETRY_REASON("reason", "why", "connect", "tls", "reset", "timeout", "rate_limit", "server_error",
				"upstream_error"),

		WEBHOOK_TYPE("type", "kind of the webhook", "auth", "sync", "async_action", "forward", "provider", "unknown"),

		WEBHOOK_OUTCOME("outcome", "what Nango was answered", "handled", "accepted", "duplicate", "failed", "timeout",
				"in_progress", "full"),

		REFUSAL_REASON("reason", "why", "unsigned", "wrong_signature", "not_json", "too_large", "media_type", "method"),

		LISTENER("listener", "id of the listener"),

		ACTION("action", "what happened to the record", "added", "updated", "deleted"),

		STATE("state", "what the stream does", "idle", "waiting", "working", "elsewhere", "paused", "retrying",
				"stopped"),

		KIND("kind", "what failed", "listener", "record", "nango", "store", "lease"),

		DECISION("decision", "what the error handler decided", "stop", "retry_later", "park", "skip"),

		INTEGRATION("integration", "the integration id");

		private final String key;

		private final String description;

		private final List<String> values;

		Keys(String key, String description, String... values) {
			this.key = key;
			this.description = description;
			this.values = List.of(values);
		}

		@Override
		public String asString() {
			return this.key;
		}

		/**
		 * What the tag tells.
		 * @return some words
		 */
		public String getDescription() {
			return this.description;
		}

		/**
		 * The values that the tag can have.
		 * @return the values, none when they are not known beforehand
		 */
		public List<String> getValues() {
			return this.values;
		}

	}

}
