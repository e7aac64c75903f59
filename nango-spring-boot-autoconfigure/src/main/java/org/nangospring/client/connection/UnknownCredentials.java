package org.nangospring.client.connection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Credentials of a type that this version of the client does not know. Everything is
 * readable through {@link #type()} and {@link #attributes()}.
 */
public final class UnknownCredentials extends Credentials {

	UnknownCredentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
	}

}
