package org.nangospring.autoconfigure.webhook;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.autoconfigure.NangoWebhookProperties;

import org.springframework.util.unit.DataSize;

/**
 * What is configured, found usable. Each value that is not stops the application with the
 * name of its property.
 *
 * @param path the path of the endpoint
 * @param maxBodySize the most bytes that are read
 * @param patience how long Nango may be kept waiting for listeners, or null for not at
 * all
 * @param concurrency the most webhooks that are handled at the same time
 * @param queueCapacity the most webhooks that wait for that
 */
record WebhookSettings(String path, int maxBodySize, @Nullable Duration patience, int concurrency, int queueCapacity) {

	private static final DataSize LARGEST = DataSize.ofGigabytes(1);

	private static final Duration SHORTEST = Duration.ofMillis(1);

	/** Nango gives up after 20 seconds. */
	private static final Duration LONGEST = Duration.ofSeconds(19);

	static WebhookSettings of(NangoWebhookProperties properties) {
		boolean sync = properties.getMode() == NangoWebhookProperties.Mode.SYNC;
		Duration patience = timeout(properties.getTimeout());
		return new WebhookSettings(path(properties.getPath()), size(properties.getMaxBodySize()),
				sync ? patience : null, number("nango.webhook.concurrency", properties.getConcurrency(), 1),
				number("nango.webhook.queue-capacity", properties.getQueueCapacity(), 0));
	}

	private static String path(@Nullable String configured) {
		String path = (configured != null) ? configured : "";
		check(path.startsWith("/") && path.length() > 1, WebhookPathCondition.PROPERTY,
				() -> "The path must begin with a slash and go on after it");
		check(path.chars().noneMatch((character) -> character <= ' ' || "*{}?#;%".indexOf(character) >= 0),
				WebhookPathCondition.PROPERTY, () -> "The path must have neither spaces, patterns nor a query");
		return path;
	}

	private static int size(DataSize size) {
		check(size != null && size.toBytes() >= 1 && size.compareTo(LARGEST) <= 0, "nango.webhook.max-body-size",
				() -> "The size must be from 1 byte to 1 GB, not " + size);
		return Math.toIntExact(size.toBytes());
	}

	private static Duration timeout(Duration timeout) {
		check(timeout != null && timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0,
				"nango.webhook.timeout",
				() -> "The time must be from 1 millisecond to 19 seconds, because Nango gives up after 20, not "
						+ timeout);
		return timeout;
	}

	private static int number(String property, int number, int least) {
		check(number >= least, property, () -> "The number must be at least " + least + ", not " + number);
		return number;
	}

	private static void check(boolean valid, String property, Supplier<String> problem) {
		if (!valid) {
			throw new NangoConfigurationException(property, problem.get());
		}
	}

}
