package org.nangospring.client.function;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * A function that was compiled.
 */
public interface CompiledFunction extends NangoObject {

	/**
	 * The compiled JavaScript.
	 * @return the source
	 */
	String bundledJs();

	/**
	 * The size of the compiled JavaScript.
	 * @return bytes
	 */
	long bundleSizeBytes();

	/**
	 * When it was compiled.
	 * @return the time, or null when the server does not tell
	 */
	@Nullable Instant compiledAt();

}
