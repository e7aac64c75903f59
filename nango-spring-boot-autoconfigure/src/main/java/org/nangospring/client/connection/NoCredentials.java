package org.nangospring.client.connection;

import java.util.Map;

/**
 * No credentials: the provider needs none, or the key that asked may not see them.
 */
public final class NoCredentials extends Credentials {

	NoCredentials(Map<String, Object> attributes) {
		super(attributes);
	}

}
