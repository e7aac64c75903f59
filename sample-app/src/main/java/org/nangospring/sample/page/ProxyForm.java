package org.nangospring.sample.page;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.proxy.ProxyMethod;

/**
 * What was typed to call the provider.
 *
 * @param method the HTTP method
 * @param endpoint the endpoint
 * @param body the body as JSON; may be empty
 */
record ProxyForm(ProxyMethod method, String endpoint, @Nullable String body) {
}
