package org.nangospring.sample.proxy;

import org.nangospring.client.proxy.Proxy;
import org.nangospring.client.proxy.ProxyCall;

/**
 * The HTTP methods that the sample offers.
 */
public enum ProxyMethod {

	/** Reads. */
	GET,

	/** Makes something at the provider. */
	POST,
	/** Replaces something at the provider. */
	PUT,
	/** Changes something at the provider. */
	PATCH,
	/** Deletes something at the provider. */
	DELETE;

	ProxyCall begin(Proxy proxy, String endpoint) {
		return switch (this) {
			case GET -> proxy.get(endpoint);
			case POST -> proxy.post(endpoint);
			case PUT -> proxy.put(endpoint);
			case PATCH -> proxy.patch(endpoint);
			case DELETE -> proxy.delete(endpoint);
		};
	}

}
