package org.nangospring.sample.account;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.connection.ConnectionSummary;
import org.nangospring.listener.RecordStreamLeft;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Service;

/**
 * Makes up for webhooks that got lost, and for those that Nango does not send: of
 * connections that were deleted it tells nothing.
 */
@Service
public class LostAccounts {

	private static final Log logger = LogFactory.getLog(LostAccounts.class);

	private final NangoClient nango;

	private final AccountService accounts;

	LostAccounts(NangoClient nango, AccountService accounts) {
		this.nango = nango;
		this.accounts = accounts;
	}

	/**
	 * Compares what is remembered with the connections that Nango has.
	 * @throws org.nangospring.client.NangoException if Nango cannot be asked
	 */
	public void reconcile() {
		List<ConnectionSummary> connections = this.nango.connections().list();
		connections.forEach(this::remember);
		this.accounts.all()
			.stream()
			.filter((account) -> connections.stream().noneMatch((connection) -> account.isOf(connection)))
			.filter((account) -> isGone(account.integrationId(), account.connectionId()))
			.forEach((account) -> this.accounts.remove(account.integrationId(), account.connectionId()));
	}

	/**
	 * The listeners notice when a connection is no longer listed.
	 */
	@EventListener
	void left(RecordStreamLeft event) {
		if (event.reason() == RecordStreamLeft.Reason.DELETED
				&& isGone(event.stream().integrationId(), event.stream().connectionId())) {
			this.accounts.remove(event.stream().integrationId(), event.stream().connectionId());
		}
	}

	private void remember(ConnectionSummary connection) {
		String userId = Owner.of(connection.tags());
		if (userId == null) {
			return;
		}
		try {
			this.accounts.connected(userId, connection.integrationId(), connection.connectionId(),
					connection.provider());
		}
		catch (DuplicateKeyException | DbActionExecutionException ex) {
			// most likely its webhook has come at this very moment; else the next start
			// tries again
			logger.info("The account " + connection.connectionId() + " was not remembered", ex);
		}
	}

	/**
	 * A list can be incomplete, so Nango is asked for the connection itself. In doubt its
	 * data stay: the next start looks again.
	 */
	private boolean isGone(String integrationId, String connectionId) {
		try {
			this.nango.connection(integrationId, connectionId).get();
			return false;
		}
		catch (NangoNotFoundException ex) {
			return true;
		}
		catch (NangoException ex) {
			return false;
		}
	}

}
