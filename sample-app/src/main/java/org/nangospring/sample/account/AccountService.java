package org.nangospring.sample.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers who has connected what.
 */
@Service
public class AccountService {

	private final ConnectedAccounts accounts;

	private final SampleUser user;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AccountService(ConnectedAccounts accounts, SampleUser user, ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.user = user;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * All accounts, of all users.
	 * @return the accounts
	 */
	public List<ConnectedAccount> all() {
		return this.accounts.findAll();
	}

	/**
	 * The accounts of the user.
	 * @return the accounts, by integration
	 */
	public List<ConnectedAccount> ofUser() {
		return this.accounts.findByUserIdOrderByIntegrationIdAscConnectedAtAsc(this.user.id());
	}

	/**
	 * The accounts of the user at one provider.
	 * @param integrationId the integration id
	 * @return the accounts, the oldest first
	 */
	public List<ConnectedAccount> ofUser(String integrationId) {
		return ofUser().stream().filter((account) -> account.integrationId().equals(integrationId)).toList();
	}

	/**
	 * Finds an account, if it is the user's.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return the account, or nothing when there is none or it is another user's
	 */
	public Optional<ConnectedAccount> ofUser(String integrationId, String connectionId) {
		return this.accounts.findByIntegrationIdAndConnectionId(integrationId, connectionId)
			.filter((account) -> account.userId().equals(this.user.id()));
	}

	/**
	 * Remembers an account. Webhooks can come more than once, so this can too.
	 * @param userId the user who has connected it
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param provider Nango's name of the provider, or null
	 */
	@Transactional
	public void connected(String userId, String integrationId, String connectionId, @Nullable String provider) {
		Optional<ConnectedAccount> known = this.accounts.findByIntegrationIdAndConnectionId(integrationId,
				connectionId);
		if (known.isEmpty()) {
			this.accounts
				.save(new ConnectedAccount(null, userId, integrationId, connectionId, provider, this.clock.instant()));
		}
		else if (!known.get().userId().equals(userId)) {
			this.accounts.save(known.get().ownedBy(userId, this.clock.instant()));
		}
		else {
			return;
		}
		this.events.publishEvent(new AccountConnected(integrationId, connectionId));
	}

	/**
	 * Forgets an account and all data of it.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 */
	@Transactional
	public void remove(String integrationId, String connectionId) {
		this.accounts.findByIntegrationIdAndConnectionId(integrationId, connectionId).ifPresent(this.accounts::delete);
		this.events.publishEvent(new AccountRemoved(integrationId, connectionId));
	}

}
