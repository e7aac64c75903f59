package org.nangospring.client.function;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * Why a dry run or a deployment failed.
 */
public interface FunctionError extends NangoObject {

	/**
	 * Nango's code.
	 * @return the code
	 */
	String code();

	/**
	 * What is wrong.
	 * @return the message
	 */
	String message();

	/**
	 * Further details.
	 * @return maps, lists and scalars, or null when there are none
	 */
	@Nullable Object payload();

}
