package org.nangospring.client.provider;

import java.util.List;

import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.BlockingExecutor;

/**
 * The providers that Nango knows. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class Providers {

	private final BlockingExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public Providers(BlockingExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Lists all providers; there are hundreds. Calls {@code GET /providers}.
	 * @return the providers
	 */
	public List<Provider> list() {
		return this.executor.execute(ProviderRequests.list(null));
	}

	/**
	 * Lists the providers in whose names a text is found. Calls {@code GET /providers}.
	 * @param search the text
	 * @return the providers; empty when there are none
	 */
	public List<Provider> list(String search) {
		return this.executor.execute(ProviderRequests.list(Arguments.text(search, "search")));
	}

	/**
	 * Gets a provider. Calls {@code GET /providers/{provider}}.
	 * @param provider Nango's name of the provider, for example {@code github}
	 * @return the provider
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such provider
	 */
	public Provider get(String provider) {
		return this.executor.execute(ProviderRequests.get(provider));
	}

	/**
	 * Lists the syncs and actions that Nango has ready for a provider. Calls {@code GET
	 * /providers/{provider}/templates}.
	 * @param provider Nango's name of the provider, for example {@code github}
	 * @return the templates; empty when there are none
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such provider
	 */
	public List<ProviderTemplate> templates(String provider) {
		return this.executor.execute(ProviderRequests.templates(provider));
	}

}
