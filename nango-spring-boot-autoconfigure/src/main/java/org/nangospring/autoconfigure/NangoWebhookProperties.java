package org.nangospring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What can be configured about the webhooks that Nango sends.
 */
@ConfigurationProperties("nango.webhook")
public class NangoWebhookProperties {

	/**
	 * Path at which webhooks are received, below the context path. There is no endpoint
	 * while it is not set.
	 */
	private @Nullable String path;

	/**
	 * Signing keys of the Nango environment, several while a key is rotated. Webhooks
	 * signed with any of them are accepted. Without one the secret key is used, with a
	 * warning.
	 */
	private List<String> signingKeys = new ArrayList<>();

	/**
	 * Maximum size of a webhook. Larger ones are answered 413, and Nango does not send
	 * them again.
	 */
	private DataSize maxBodySize = DataSize.ofMegabytes(2);

	/**
	 * When Nango is told that a webhook arrived: after listeners have handled it (sync),
	 * or before (async).
	 */
	private Mode mode = Mode.SYNC;

	/**
	 * Maximum time that Nango is kept waiting for listeners, at most 19 seconds; only in
	 * the mode sync.
	 */
	private Duration timeout = Duration.ofSeconds(15);

	/**
	 * Maximum number of webhooks that are handled at the same time.
	 */
	private int concurrency = 8;

	/**
	 * Maximum number of webhooks that wait to be handled. More are answered 503, so that
	 * Nango sends them again later.
	 */
	private int queueCapacity = 100;

	private final Deduplication deduplication = new Deduplication();

	public @Nullable String getPath() {
		return this.path;
	}

	public void setPath(@Nullable String path) {
		this.path = path;
	}

	public List<String> getSigningKeys() {
		return this.signingKeys;
	}

	public void setSigningKeys(List<String> signingKeys) {
		this.signingKeys = signingKeys;
	}

	public DataSize getMaxBodySize() {
		return this.maxBodySize;
	}

	public void setMaxBodySize(DataSize maxBodySize) {
		this.maxBodySize = maxBodySize;
	}

	public Mode getMode() {
		return this.mode;
	}

	public void setMode(Mode mode) {
		this.mode = mode;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public int getConcurrency() {
		return this.concurrency;
	}

	public void setConcurrency(int concurrency) {
		this.concurrency = concurrency;
	}

	public int getQueueCapacity() {
		return this.queueCapacity;
	}

	public void setQueueCapacity(int queueCapacity) {
		this.queueCapacity = queueCapacity;
	}

	public Deduplication getDeduplication() {
		return this.deduplication;
	}

	@Override
	public String toString() {
		return "NangoWebhookProperties[path=" + this.path + ", signingKeys="
				+ (this.signingKeys.isEmpty() ? "none" : "***") + ", mode=" + this.mode + "]";
	}

	/**
	 * When Nango is told that a webhook arrived.
	 */
	public enum Mode {

		/** After listeners have handled it: one that fails makes Nango send it again. */
		SYNC,

		/** Before listeners have handled it: one that fails is only logged. */
		ASYNC

	}

	/**
	 * Leaving out webhooks that were handled before.
	 */
	public static class Deduplication {

		/**
		 * Whether to leave out webhooks that were handled before.
		 */
		private boolean enabled = true;

		/**
		 * Maximum number of handled webhooks that are remembered in memory.
		 */
		private int size = 10000;

		/**
		 * Time for which a handled webhook is remembered in memory.
		 */
		private Duration timeToLive = Duration.ofMinutes(2);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public int getSize() {
			return this.size;
		}

		public void setSize(int size) {
			this.size = size;
		}

		public Duration getTimeToLive() {
			return this.timeToLive;
		}

		public void setTimeToLive(Duration timeToLive) {
			this.timeToLive = timeToLive;
		}

	}

}
