package org.nangospring.sample.account;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.webhook.AuthWebhook;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the syncs of an account run as soon as its user has given consent again, instead
 * of with their schedule: they have failed for a while.
 */
@Component
class CatchUp {

	private static final Log logger = LogFactory.getLog(CatchUp.class);

	private final NangoClient nango;

	CatchUp(NangoClient nango) {
		this.nango = nango;
	}

	@EventListener
	void received(AuthWebhook webhook) {
		if (!webhook.isOverride() || Owner.of(webhook) == null) {
			return;
		}
		String connectionId = webhook.connection().connectionId();
		try {
			this.nango.connection(webhook.connection().integrationId(), connectionId).syncs().triggerAll();
		}
		catch (NangoException ex) {
			logger.debug("The syncs of " + connectionId + " wait for their schedule", ex);
		}
	}

}
