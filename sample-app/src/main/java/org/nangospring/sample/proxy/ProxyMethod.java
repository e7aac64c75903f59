package org.nangospring.sample.proxy;

import org.nangospring.client.proxy.Proxy;
import org.nangospring.client.proxy.ProxyCall;

/**
 * The HTTP methods that the sample offers.
 */
public enum ProxyMethod {

	/** Reads. */
	GET,

	/** Changes something at the provider. */
	POST;

	ProxyCall begin(Proxy proxy, String endpoint) {
		return switch (this) {
			case GET -> proxy.get(endpoint);
			case POST -> proxy.post(endpoint);
		};
	}

}
