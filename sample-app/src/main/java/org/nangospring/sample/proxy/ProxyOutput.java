package org.nangospring.sample.proxy;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the provider has answered.
 *
 * @param status its HTTP status
 * @param contentType the content type of the body, or null when there is none
 * @param headers those headers that tell something about the answer
 * @param body the body as text; empty when there is none
 */
public record ProxyOutput(int status, @Nullable String contentType, Map<String, String> headers, String body) {
}
