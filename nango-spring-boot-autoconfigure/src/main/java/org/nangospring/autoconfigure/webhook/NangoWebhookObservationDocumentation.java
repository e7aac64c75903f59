package org.nangospring.autoconfigure.webhook;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observation of webhooks.
 */
public enum NangoWebhookObservationDocumentation implements ObservationDocumentation {

	/** Listeners handling a webhook. Repeats that are left out are not observed. */
	HANDLING {
		@Override
		public String getName() {
			return "nango.webhook";
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return Keys.values();
		}
	};

	/**
	 * Keys that metrics have as tags.
	 */
	public enum Keys implements KeyName {

		/**
		 * The kind of the webhook: {@code auth}, {@code sync}, {@code async_action},
		 * {@code forward}, {@code provider} or {@code unknown}.
		 */
		TYPE {
			@Override
			public String asString() {
				return "type";
			}
		},

		/** How it ended: {@code handled} or {@code failed}. */
		OUTCOME {
			@Override
			public String asString() {
				return "outcome";
			}
		}

	}

}
