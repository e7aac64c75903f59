package org.nangospring.sample.proxy;

import org.jspecify.annotations.Nullable;

/**
 * A call to the provider's API.
 *
 * @param method {@code GET} or {@code POST}
 * @param endpoint the path of the provider's API, with a query if it needs one
 * @param body maps, lists and scalars that are sent as JSON, or null for none
 */
public record ProxyInput(ProxyMethod method, String endpoint, @Nullable Object body) {
}
