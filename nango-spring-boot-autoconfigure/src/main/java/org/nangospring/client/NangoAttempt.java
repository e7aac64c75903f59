package org.nangospring.client;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

import org.springframework.http.HttpMethod;

/**
 * One attempt at a call, as a {@link NangoInterceptor} sees it. It has neither the secret
 * key nor any other header, no body, and no query.
 */
public interface NangoAttempt {

	/**
	 * The client that makes the call.
	 * @return its name, {@code default} if it was given none
	 */
	String client();

	/**
	 * The operation.
	 * @return its name, of a small fixed set, for example {@code connections.get}
	 */
	String operation();

	/**
	 * The integration the call is about.
	 * @return its id, or null when the call is not about one
	 */
	@Nullable String integrationId();

	/**
	 * The connection the call is about.
	 * @return its id, or null when the call is not about one, or names it in its query or
	 * body only
	 */
	@Nullable String connectionId();

	/**
	 * The HTTP method.
	 * @return the method
	 */
	HttpMethod method();

	/**
	 * The path below the root of Nango's API, with names in place of ids.
	 * @return the template, for example {@code /connections/{connectionId}}
	 */
	String uriTemplate();

	/**
	 * Which attempt at the call this is.
	 * @return the number, 1 for the first
	 */
	int number();

	/**
	 * Adds a header to this attempt. It is not sent with the next one, unless it is added
	 * there as well. A value that another interceptor has given is replaced; a header
	 * that the call itself has stays as it is.
	 * @param name the name; those with which HTTP or Nango is steered are refused, such
	 * as {@code Authorization}, {@code Host}, {@code Content-Type}, {@code Connection-Id}
	 * and {@code Retries}
	 * @param value the value
	 * @return this attempt
	 * @throws IllegalArgumentException if the name or the value cannot be sent, or the
	 * name is refused
	 * @throws IllegalStateException if the attempt has been sent
	 */
	NangoAttempt header(String name, String value);

	/**
	 * What interceptors want to remember during a call. The same map at all attempts of
	 * the call; nothing of it is sent.
	 * @return the map, without null keys or values
	 */
	Map<String, Object> attributes();

	/**
	 * The context of who subscribed to the call.
	 * @return Reactor's context; empty when the caller waits
	 */
	ContextView context();

}
