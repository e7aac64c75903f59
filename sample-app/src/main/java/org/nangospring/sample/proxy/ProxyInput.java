package org.nangospring.sample.proxy;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A call to the provider's API.
 *
 * @param method the HTTP method
 * @param endpoint the path of the provider's API, with a query if it needs one
 * @param body maps, lists and scalars that are sent as JSON, or null for none
 */
public record ProxyInput(ProxyMethod method, String endpoint, @Nullable Object body) {

	/**
	 * Creates the input.
	 * @throws IllegalArgumentException if the method or the endpoint is missing
	 */
	public ProxyInput {
		// both may be missing in what came as JSON or as a form
		Assert.notNull(method, "The method must be GET, POST, PUT, PATCH or DELETE");
		Assert.hasText(endpoint, "The endpoint must not be empty");
	}

}
