package org.nangospring.autoconfigure.listener;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.NangoListenerOverrides;
import org.nangospring.autoconfigure.NangoListenerRetryProperties;
import org.nangospring.autoconfigure.NangoListenersProperties;
import org.nangospring.listener.RecordListenerOptions;

/**
 * Makes the options of listeners from what is configured for all of them and for each.
 */
final class ListenerOptions {

	private final NangoListenersProperties properties;

	ListenerOptions(NangoListenersProperties properties) {
		this.properties = properties;
	}

	/**
	 * The options of all listeners.
	 */
	RecordListenerOptions defaults() {
		RecordListenerOptions options = RecordListenerOptions.defaults().autoStartup(this.properties.isAutoStartup());
		options = batchSize("", options, this.properties.getBatchSize());
		options = pageSize("", options, this.properties.getPageSize());
		options = pollInterval("", options, this.properties.getPollInterval());
		NangoListenerRetryProperties retry = this.properties.getRetry();
		return retry("", options, retry.getMaxAttempts(), retry.getInitialBackoff(), retry.getMaxBackoff());
	}

	/**
	 * The options of one listener.
	 * @param id its id
	 * @param own what it says itself, or what holds for all
	 * @return what is configured for it where something is
	 */
	RecordListenerOptions override(String id, RecordListenerOptions own) {
		String key = key(id);
		if (key == null) {
			return own;
		}
		NangoListenerOverrides overrides = this.properties.getListener().get(key);
		return (overrides != null) ? override("listener." + key + ".", own, overrides) : own;
	}

	/**
	 * Finds what is configured for a listener. The name of an environment variable has
	 * neither hyphens nor small letters.
	 * @param id the id of the listener
	 * @return the key in the properties, or null when there is none
	 */
	@Nullable String key(String id) {
		Map<String, NangoListenerOverrides> configured = this.properties.getListener();
		if (configured.containsKey(id)) {
			return id;
		}
		return configured.keySet().stream().filter((key) -> uniform(key).equals(uniform(id))).findFirst().orElse(null);
	}

	private static String uniform(String id) {
		return id.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
	}

	private static RecordListenerOptions override(String prefix, RecordListenerOptions own,
			NangoListenerOverrides overrides) {
		RecordListenerOptions options = own;
		Boolean autoStartup = overrides.getAutoStartup();
		if (autoStartup != null) {
			options = options.autoStartup(autoStartup);
		}
		options = batchSize(prefix, options, or(overrides.getBatchSize(), options.batchSize()));
		options = pageSize(prefix, options, overrides.getPageSize());
		options = pollInterval(prefix, options, or(overrides.getPollInterval(), options.pollInterval()));
		Integer concurrency = overrides.getConcurrency();
		if (concurrency != null) {
			RecordListenerOptions before = options;
			options = PropertyChecks.set(prefix + "concurrency", () -> before.concurrency(concurrency));
		}
		NangoListenerOverrides.Retry retry = overrides.getRetry();
		return retry(prefix, options, or(retry.getMaxAttempts(), options.maxAttempts()),
				or(retry.getInitialBackoff(), options.initialBackoff()),
				or(retry.getMaxBackoff(), options.maxBackoff()));
	}

	private static RecordListenerOptions batchSize(String prefix, RecordListenerOptions options, int batchSize) {
		return PropertyChecks.set(prefix + "batch-size", () -> options.batchSize(batchSize));
	}

	private static RecordListenerOptions pageSize(String prefix, RecordListenerOptions options,
			@Nullable Integer pageSize) {
		return (pageSize != null) ? PropertyChecks.set(prefix + "page-size", () -> options.pageSize(pageSize))
				: options;
	}

	private static RecordListenerOptions pollInterval(String prefix, RecordListenerOptions options, Duration interval) {
		return PropertyChecks.set(prefix + "poll-interval", () -> options.pollInterval(interval));
	}

	/**
	 * Tries each value by itself, so that the right one is named.
	 */
	private static RecordListenerOptions retry(String prefix, RecordListenerOptions options, int attempts,
			Duration initial, Duration max) {
		PropertyChecks.set(prefix + "retry.max-attempts",
				() -> options.retry(attempts, options.initialBackoff(), options.maxBackoff()));
		PropertyChecks.set(prefix + "retry.initial-backoff",
				() -> options.retry(options.maxAttempts(), initial, options.maxBackoff()));
		return PropertyChecks.set(prefix + "retry.max-backoff", () -> options.retry(attempts, initial, max));
	}

	private static <T> T or(@Nullable T value, T otherwise) {
		return (value != null) ? value : otherwise;
	}

}
