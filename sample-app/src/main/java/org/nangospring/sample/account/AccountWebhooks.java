package org.nangospring.sample.account;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.webhook.AuthWebhook;
import org.nangospring.webhook.ConnectionReference;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nango tells by webhook that somebody has connected an account, and whose it is. If this
 * fails, the webhook is answered with an error and Nango sends it again.
 */
@Component
class AccountWebhooks {

	private static final Log logger = LogFactory.getLog(AccountWebhooks.class);

	private final AccountService accounts;

	private final NangoClient nango;

	AccountWebhooks(AccountService accounts, NangoClient nango) {
		this.accounts = accounts;
		this.nango = nango;
	}

	@EventListener
	void received(AuthWebhook webhook) {
		String userId = Owner.of(webhook);
		if (userId == null) {
			return;
		}
		if (webhook.isCreation() || webhook.isOverride()) {
			this.accounts.connected(userId, webhook.connection().integrationId(), webhook.connection().connectionId(),
					webhook.provider());
		}
		if (webhook.isOverride()) {
			catchUp(webhook.connection());
		}
	}

	/**
	 * Syncs that have failed since the consent was taken back run at once. If they cannot
	 * be triggered, their schedule makes up for it.
	 */
	private void catchUp(ConnectionReference connection) {
		try {
			this.nango.connection(connection.integrationId(), connection.connectionId()).syncs().triggerAll();
		}
		catch (NangoException ex) {
			logger.debug("The syncs of " + connection.connectionId() + " wait for their schedule", ex);
		}
	}

}
