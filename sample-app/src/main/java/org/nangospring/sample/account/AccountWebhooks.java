package org.nangospring.sample.account;

import org.nangospring.webhook.AuthWebhook;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nango tells by webhook that somebody has connected an account, and whose it is. If this
 * fails, the webhook is answered with an error and Nango sends it again.
 */
@Component
class AccountWebhooks {

	private final AccountService accounts;

	AccountWebhooks(AccountService accounts) {
		this.accounts = accounts;
	}

	@EventListener
	void received(AuthWebhook webhook) {
		String userId = Owner.of(webhook);
		if (userId != null && (webhook.isCreation() || webhook.isOverride())) {
			this.accounts.connected(userId, webhook.connection().integrationId(), webhook.connection().connectionId(),
					webhook.provider());
		}
	}

}
