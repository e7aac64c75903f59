package org.nangospring.client.http;

import org.nangospring.client.NangoClient;

/**
 * A client that stands on an engine, in contrast to one that an application has made up.
 */
public interface EngineClient extends NangoClient {

	/**
	 * The engine below the client.
	 * @return the engine
	 */
	NangoEngine engine();

	/**
	 * The same client for code that handles the client's own exceptions.
	 * @param client a client
	 * @return one whose failures no {@link org.nangospring.client.NangoErrorMapper} has
	 * seen, where that is possible
	 */
	static NangoClient withoutErrorMappers(NangoClient client) {
		return (client instanceof EngineClient) ? client.mutate().withoutErrorMappers().build() : client;
	}

}
