package org.nangospring.client.connection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoRequestBuilder;

/**
 * Which connections to list. Conditions that are named all have to hold.
 */
public final class ConnectionQuery {

	static final int MAX_LIMIT = 2_000;

	private final Map<String, String> parameters = new LinkedHashMap<>();

	private @Nullable Integer limit;

	private @Nullable Integer page;

	ConnectionQuery() {
	}

	/**
	 * Only the connections with this connection id, whatever their integration.
	 * @param connectionId the connection id
	 * @return this query
	 */
	public ConnectionQuery connectionId(String connectionId) {
		return put("connectionId", Arguments.text(connectionId, "connection id"));
	}

	/**
	 * Only connections in which the text is found.
	 * @param search the text
	 * @return this query
	 */
	public ConnectionQuery search(String search) {
		return put("search", Arguments.text(search, "search"));
	}

	/**
	 * Only connections of these integrations.
	 * @param integrationIds the integration ids, at least one
	 * @return this query
	 */
	public ConnectionQuery integrationIds(String... integrationIds) {
		for (String id : Arguments.ids(Arrays.asList(integrationIds), "integration id")) {
			if (id.indexOf(',') >= 0) {
				throw new IllegalArgumentException("The integration id \"" + id
						+ "\" has a comma, so that Nango would take it for two: list its connections without this"
						+ " condition and compare integrationId()");
			}
		}
		return put("integrationId", String.join(",", integrationIds));
	}

	/**
	 * Only connections with this tag. Call it again for further tags.
	 * @param key the key, which Nango stores in lower case
	 * @param value the value
	 * @return this query
	 */
	public ConnectionQuery tag(String key, String value) {
		return put("tags[" + Arguments.text(key, "tag").toLowerCase(Locale.ROOT) + "]",
				Arguments.required(value, "value of tag " + key));
	}

	/**
	 * Only connections of this end user. Nango has replaced end users with tags.
	 * @param endUserId the id of the user in the application
	 * @return this query
	 */
	public ConnectionQuery endUser(String endUserId) {
		return put("endUserId", Arguments.text(endUserId, "end user id"));
	}

	/**
	 * Only connections of this end user's organization. Nango has replaced end users with
	 * tags.
	 * @param organizationId the id of the organization in the application
	 * @return this query
	 */
	public ConnectionQuery endUserOrganization(String organizationId) {
		return put("endUserOrganizationId", Arguments.text(organizationId, "organization id"));
	}

	/**
	 * How many connections a page has.
	 * @param limit the number, from 1 to 2000
	 * @return this query
	 */
	public ConnectionQuery limit(int limit) {
		this.limit = Arguments.range(limit, 1, MAX_LIMIT, "limit");
		return this;
	}

	/**
	 * Which page to list.
	 * @param page the number of the page; the first is 0
	 * @return this query
	 */
	public ConnectionQuery page(int page) {
		this.page = Arguments.range(page, 0, Integer.MAX_VALUE, "page");
		return this;
	}

	private ConnectionQuery put(String name, String value) {
		this.parameters.put(name, value);
		return this;
	}

	boolean isPaged() {
		return this.limit != null || this.page != null;
	}

	boolean hasCondition() {
		return !this.parameters.isEmpty();
	}

	int limitOr(int other) {
		return (this.limit != null) ? this.limit : other;
	}

	int firstPage() {
		return (this.page != null) ? this.page : 0;
	}

	void applyTo(NangoRequestBuilder builder) {
		this.parameters.forEach(builder::query);
		builder.query("limit", this.limit).query("page", this.page);
	}

}
