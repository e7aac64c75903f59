package org.nangospring.client.connection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * No credentials: the provider needs none, or the key that asked may not see them.
 */
public final class NoCredentials extends Credentials {

	NoCredentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
	}

}
