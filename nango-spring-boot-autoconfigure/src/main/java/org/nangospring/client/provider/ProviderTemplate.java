package org.nangospring.client.provider;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * A sync or an action that Nango has ready for a provider.
 */
public interface ProviderTemplate extends NangoObject {

	/**
	 * The name, by which it is deployed.
	 * @return the name
	 */
	String name();

	/**
	 * The kind.
	 * @return {@code sync} or {@code action}, or null when the server does not tell
	 */
	@Nullable String type();

	/**
	 * What it is for.
	 * @return the description, or null when there is none
	 */
	@Nullable String description();

	/**
	 * The scopes a connection needs.
	 * @return the scopes; empty when there are none
	 */
	List<String> scopes();

	/**
	 * The model of the input.
	 * @return the name of the model or its description as a map; null when there is no
	 * input
	 */
	@Nullable Object input();

	/**
	 * The models of the output.
	 * @return the names of the models; empty when there is no output
	 */
	List<String> returns();

	/**
	 * The JSON schema of the models.
	 * @return the schema, as maps, lists and scalars; empty when there is none
	 */
	Map<String, @Nullable Object> jsonSchema();

}
