package org.nangospring.sample.connection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.client.connection.NangoConnection;
import org.nangospring.sample.failure.InvalidInputException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Finds connections, and changes what is kept with them.
 */
@Service
public class ConnectionService {

	/** How many connections a list shows at most. */
	public static final int LIMIT = 200;

	private final NangoClient nango;

	private final ApplicationEventPublisher events;

	ConnectionService(NangoClient nango, ApplicationEventPublisher events) {
		this.nango = nango;
		this.events = events;
	}

	/**
	 * Lists the newest connections.
	 * @param integrationId the integration whose connections are meant, or null for all
	 * @return at most {@link #LIMIT} connections
	 */
	public List<ConnectionView> list(@Nullable String integrationId) {
		return this.nango.connections().list((query) -> {
			query.limit(LIMIT);
			if (integrationId != null) {
				query.integrationIds(integrationId);
			}
		}).stream().map(ConnectionView::of).toList();
	}

	/**
	 * Gets a connection. Nango refreshes its credentials if they have expired, so this
	 * fails when they no longer work.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return the connection without its credentials
	 */
	public ConnectionDetail get(String integrationId, String connectionId) {
		return ConnectionDetail.of(this.nango.connection(integrationId, connectionId).get());
	}

	/**
	 * Adds a key to the metadata of a connection.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param key the key
	 * @param value its value: maps, lists and scalars, or null
	 * @throws InvalidInputException if the key is blank or there already
	 */
	public void addMetadata(String integrationId, String connectionId, String key, @Nullable Object value) {
		if (this.nango.connection(integrationId, connectionId).metadata().containsKey(key)) {
			throw new InvalidInputException("The key " + key + " is there already. Change its value instead.");
		}
		setMetadata(integrationId, connectionId, key, value);
	}

	/**
	 * Sets a key of the metadata of a connection and leaves the others.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param key the key
	 * @param value its value: maps, lists and scalars, or null
	 * @throws InvalidInputException if the key is blank
	 */
	public void setMetadata(String integrationId, String connectionId, String key, @Nullable Object value) {
		if (key.isBlank()) {
			throw new InvalidInputException("The key must not be empty.");
		}
		this.nango.connection(integrationId, connectionId).updateMetadata(Collections.singletonMap(key, value));
		this.events.publishEvent(new ConnectionChanged(integrationId, connectionId));
	}

	/**
	 * Removes a key from the metadata of a connection. Nango can only replace all of
	 * them, so what somebody else changes at the same moment may get lost.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param key the key
	 * @throws InvalidInputException if there is no such key
	 */
	public void removeMetadata(String integrationId, String connectionId, String key) {
		NangoConnection connection = this.nango.connection(integrationId, connectionId);
		Map<String, @Nullable Object> metadata = new LinkedHashMap<>(connection.metadata());
		if (!metadata.containsKey(key)) {
			throw new InvalidInputException("There is no key " + key + ".");
		}
		metadata.remove(key);
		connection.setMetadata(metadata);
		this.events.publishEvent(new ConnectionChanged(integrationId, connectionId));
	}

}
