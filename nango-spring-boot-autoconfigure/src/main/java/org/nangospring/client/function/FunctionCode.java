package org.nangospring.client.function;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * The source of a deployed function.
 */
public interface FunctionCode extends NangoObject {

	/**
	 * The kind of the function.
	 * @return the type, or null when the server does not tell
	 */
	@Nullable FunctionType type();

	/**
	 * The source.
	 * @return the source
	 */
	String code();

}
