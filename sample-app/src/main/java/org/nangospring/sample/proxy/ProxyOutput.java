package org.nangospring.sample.proxy;

import org.jspecify.annotations.Nullable;

/**
 * What the provider has answered.
 *
 * @param status its HTTP status
 * @param contentType the content type of the body, or null when there is none
 * @param body the body as text; empty when there is none
 */
public record ProxyOutput(int status, @Nullable String contentType, String body) {
}
