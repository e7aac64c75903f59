package org.nangospring.client.function;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * How a sync or an action is deployed. What only some kinds have is null or empty on the
 * others.
 */
public interface FunctionConfig extends NangoObject {

	/**
	 * Nango's number for the function.
	 * @return the number, or null when the server does not tell
	 */
	@Nullable Long id();

	/**
	 * The name.
	 * @return the name, for example {@code github-issues}
	 */
	String name();

	/**
	 * The kind.
	 * @return {@code sync} or {@code action}, or null when the server does not tell
	 */
	@Nullable String type();

	/**
	 * What the function is for.
	 * @return the description, or null when there is none
	 */
	@Nullable String description();

	/**
	 * Whether the function is enabled.
	 * @return whether it is, or null when the server does not tell
	 */
	@Nullable Boolean enabled();

	/**
	 * How often a sync runs.
	 * @return the frequency, for example {@code every 30 minutes}; null for actions
	 */
	@Nullable String runs();

	/**
	 * Whether a sync notices deleted records.
	 * @return whether it does; null for actions
	 */
	@Nullable Boolean trackDeletes();

	/**
	 * Whether a sync starts with the connection.
	 * @return whether it does; null for actions
	 */
	@Nullable Boolean autoStart();

	/**
	 * Whether the function is one that Nango has published.
	 * @return whether it is, or null when the server does not tell
	 */
	@Nullable Boolean isPublic();

	/**
	 * Whether the function is deployed as Nango has published it.
	 * @return whether it is, or null when the server does not tell
	 */
	@Nullable Boolean preBuilt();

	/**
	 * When it was deployed last.
	 * @return the time, or null when the server does not tell
	 */
	@Nullable Instant lastDeployed();

	/**
	 * The version.
	 * @return the version, or null when there is none
	 */
	@Nullable String version();

	/**
	 * Where it was deployed from.
	 * @return for example {@code repo}, or null when the server does not tell
	 */
	@Nullable String source();

	/**
	 * The version of Nango's tools it was deployed with.
	 * @return the version, or null when the server does not tell
	 */
	@Nullable String sdkVersion();

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
	 * The scopes a connection needs.
	 * @return the scopes; empty when there are none
	 */
	List<String> scopes();

	/**
	 * The endpoints Nango gives the function.
	 * @return each with {@code method}, {@code path} and perhaps {@code group}; empty
	 * when there are none
	 */
	List<Map<String, @Nullable Object>> endpoints();

	/**
	 * The models.
	 * @return each with {@code name} and {@code fields}; empty when there are none
	 */
	List<Map<String, @Nullable Object>> models();

	/**
	 * The webhooks of the provider that the function listens to.
	 * @return the names; empty when there are none
	 */
	List<String> webhookSubscriptions();

	/**
	 * The features that the function uses.
	 * @return the names; empty when there are none
	 */
	List<String> features();

	/**
	 * The JSON schema of the models.
	 * @return the schema, as maps, lists and scalars; empty when there is none
	 */
	Map<String, @Nullable Object> jsonSchema();

	/**
	 * Attributes that Nango keeps for tools.
	 * @return the attributes; empty when there are none
	 */
	Map<String, @Nullable Object> attributes();

}
