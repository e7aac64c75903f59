package org.nangospring.autoconfigure.webhook;

/**
 * Counts webhooks.
 */
interface WebhookMeters {

	/** Counts nothing. */
	WebhookMeters NONE = new WebhookMeters() {

		@Override
		public void received(String type, WebhookAnswer answer) {
		}

		@Override
		public void refused(WebhookAnswer reason) {
		}

	};

	/**
	 * A signed webhook came.
	 * @param type its kind, of a small fixed set
	 * @param answer what Nango was told
	 */
	void received(String type, WebhookAnswer answer);

	/**
	 * Something came that is no webhook of Nango.
	 * @param reason why it was refused
	 */
	void refused(WebhookAnswer reason);

}
