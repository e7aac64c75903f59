package org.nangospring.autoconfigure.endpoint;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.NangoClientNames;
import org.nangospring.client.NangoClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.Sanitizer;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * Shows all {@link NangoClient} beans: how they are set up and how they are doing. Sends
 * nothing to Nango, and shows no key, nothing of what was sent or answered, and no
 * message of an exception.
 */
@Endpoint(id = "nango")
public final class NangoEndpoint {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ObjectProvider<SanitizingFunction> sanitizingFunctions;

	/**
	 * Creates the endpoint.
	 * @param beanFactory has the clients, which are looked up when somebody asks
	 * @param sanitizingFunctions change what is shown of the configuration
	 */
	public NangoEndpoint(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<SanitizingFunction> sanitizingFunctions) {
		this.beanFactory = beanFactory;
		this.sanitizingFunctions = sanitizingFunctions;
	}

	/**
	 * Shows all clients.
	 * @return the clients
	 */
	@ReadOperation
	public ClientsDescriptor clients() {
		ClientDescriber describer = describer();
		Map<String, ClientDescriptor> clients = new TreeMap<>();
		beans().forEach((name, client) -> clients.put(name, describer.describe(client)));
		return new ClientsDescriptor(clients);
	}

	/**
	 * Shows one client.
	 * @param client its name
	 * @return the client, or null when there is none
	 */
	@ReadOperation
	public @Nullable ClientDescriptor client(@Selector String client) {
		NangoClient bean = beans().get(client);
		return (bean != null) ? describer().describe(bean) : null;
	}

	private Map<String, NangoClient> beans() {
		return NangoClientNames.clients(this.beanFactory);
	}

	private ClientDescriber describer() {
		return new ClientDescriber(new Sanitizer(this.sanitizingFunctions.orderedStream().toList()));
	}

	/**
	 * All clients.
	 *
	 * @param clients the clients by their names, or by the names of their beans unless
	 * each has a name of its own
	 */
	public record ClientsDescriptor(Map<String, ClientDescriptor> clients) {
	}

}
