package org.nangospring.sample.account;

import java.net.URI;
import java.util.Map;

import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.connect.ConnectSession;
import org.nangospring.client.connection.NangoConnection;
import org.nangospring.sample.connection.ConnectionChanged;
import org.nangospring.sample.failure.InvalidInputException;
import org.nangospring.sample.sync.SyncChanged;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Lets the user connect accounts, set something up for them, and disconnect them.
 */
@Service
public class ConnectService {

	private final NangoClient nango;

	private final AccountService accounts;

	private final SampleUser user;

	private final ApplicationEventPublisher events;

	ConnectService(NangoClient nango, AccountService accounts, SampleUser user, ApplicationEventPublisher events) {
		this.nango = nango;
		this.accounts = accounts;
		this.user = user;
		this.events = events;
	}

	/**
	 * Begins a session in which the user connects an account. A webhook tells when that
	 * is done.
	 * @param integrationId the integration id
	 * @return where the user does so
	 * @throws InvalidInputException if the Nango is too old to say where
	 */
	public URI begin(String integrationId) {
		return link(this.nango.connectSessions().create((session) -> {
			Owner.write(this.user, session);
			session.allowedIntegrations(integrationId);
		}));
	}

	/**
	 * Begins a session in which the user gives consent to an account again, after the
	 * provider has taken it back. The connection and its data stay.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return where the user does so
	 * @throws InvalidInputException if the user has no such account, or the Nango is too
	 * old to say where
	 */
	public URI reconnect(String integrationId, String connectionId) {
		checkOwner(integrationId, connectionId);
		return link(this.nango.connectSessions()
			.reconnect(integrationId, connectionId, (session) -> Owner.write(this.user, session)));
	}

	/**
	 * Reads what is set up for an account.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param name the name of the setting
	 * @return its value; empty when there is none
	 */
	public String setting(String integrationId, String connectionId, String name) {
		Object value = connection(integrationId, connectionId).metadata().get(name);
		return (value != null) ? value.toString() : "";
	}

	/**
	 * Sets something up for an account. Nango keeps it with the connection, where its
	 * syncs and actions find it.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param name the name of the setting
	 * @param value its value
	 */
	public void set(String integrationId, String connectionId, String name, String value) {
		NangoConnection connection = connection(integrationId, connectionId);
		connection.updateMetadata(Map.of(name, value));
		connection.syncs().triggerAll();
		this.events.publishEvent(new ConnectionChanged(integrationId, connectionId));
		this.events.publishEvent(new SyncChanged(integrationId, connectionId));
	}

	/**
	 * Deletes the connection, and then all data of it. If something fails on the way, the
	 * user can do it once more.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 */
	public void disconnect(String integrationId, String connectionId) {
		try {
			connection(integrationId, connectionId).delete();
		}
		catch (NangoNotFoundException ex) {
			// Nango has forgotten it already; the data are still there
		}
		this.accounts.remove(integrationId, connectionId);
	}

	private NangoConnection connection(String integrationId, String connectionId) {
		checkOwner(integrationId, connectionId);
		return this.nango.connection(integrationId, connectionId);
	}

	private void checkOwner(String integrationId, String connectionId) {
		if (this.accounts.ofUser(integrationId, connectionId).isEmpty()) {
			throw new InvalidInputException("You have no such account.");
		}
	}

	private static URI link(ConnectSession session) {
		String link = session.connectLink();
		if (link == null) {
			throw new InvalidInputException("This Nango has no page to connect accounts: it is too old.");
		}
		return URI.create(link);
	}

}
