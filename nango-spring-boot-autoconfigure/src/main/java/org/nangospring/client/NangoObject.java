package org.nangospring.client;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that Nango answered. Interfaces of this family are implemented by the client
 * only: fields that Nango adds become methods that are added here. Test code can mock
 * them.
 */
public interface NangoObject {

	/**
	 * Fields of the answer that have no method yet.
	 * @return the fields by their names in JSON, as maps, lists and scalars; empty when
	 * there are none
	 */
	Map<String, @Nullable Object> additionalProperties();

}
