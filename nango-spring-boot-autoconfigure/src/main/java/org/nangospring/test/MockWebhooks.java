package org.nangospring.test;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.env.Environment;

/**
 * Makes webhooks about what a {@link NangoMock} has. Making one changes nothing there:
 * set up the connection or change its records first, then send the webhook that tells of
 * it.
 */
public final class MockWebhooks {

	private final MockState state;

	private final String signingKey;

	private final @Nullable Environment application;

	MockWebhooks(MockState state, String signingKey, @Nullable Environment application) {
		this.state = state;
		this.signingKey = signingKey;
		this.application = application;
	}

	/**
	 * Tells that a user has made a connection.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return the webhook
	 * @throws IllegalStateException if the connection is not set up
	 */
	public MockWebhook connectionCreated(String integrationId, String connectionId) {
		return auth(integrationId, connectionId, "creation", true);
	}

	/**
	 * Tells that a user has connected again.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return the webhook
	 * @throws IllegalStateException if the connection is not set up
	 */
	public MockWebhook connectionOverridden(String integrationId, String connectionId) {
		return auth(integrationId, connectionId, "override", true);
	}

	/**
	 * Tells that the token could not be refreshed.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return the webhook
	 * @throws IllegalStateException if the connection is not set up
	 */
	public MockWebhook refreshFailed(String integrationId, String connectionId) {
		ObjectNode error = MockJson.object().put("type", "refresh_token_external_error");
		error.put("description", "The external API returned an error when trying to refresh the access token."
				+ " Please try again later.");
		return auth(integrationId, connectionId, "refresh", false).with("error", error);
	}

	/**
	 * Tells that a sync has run, and how many records it has changed: those that the test
	 * has changed since it last made such a webhook.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param model the model
	 * @return the webhook; {@code with("syncVariant", …)} makes it one of a variant
	 * @throws IllegalStateException if the connection is not set up
	 */
	public MockWebhook synced(String integrationId, String connectionId, String model) {
		MockConnection connection = connection(integrationId, connectionId);
		MockRecords.Report report = connection.records(model).report();
		String since = MockClock.millisZ(report.since());
		return sync(connection, syncName(connection, model), model, true).with("modifiedAfter", since)
			.with("queryTimeStamp", since)
			.with("responseResults", report.counts());
	}

	/**
	 * Tells that a sync has failed.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param model the model
	 * @param description what went wrong
	 * @return the webhook
	 * @throws IllegalStateException if the connection is not set up
	 */
	public MockWebhook syncFailed(String integrationId, String connectionId, String model, String description) {
		MockConnection connection = connection(integrationId, connectionId);
		String now = MockClock.millisZ(this.state.clock().now());
		return sync(connection, syncName(connection, model), model, false)
			.with("error", MockJson.object().put("type", "script_error").put("description", description))
			.with("startedAt", now)
			.with("failedAt", now);
	}

	/**
	 * Tells that an asynchronous action has ended.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param actionId the id that triggering it was answered with
	 * @return the webhook
	 * @throws IllegalStateException if the connection is not set up
	 */
	public MockWebhook actionFinished(String integrationId, String connectionId, String actionId) {
		return of("nango", "async_action", connection(integrationId, connectionId)).with("payload",
				MockJson.object().put("id", actionId).put("statusUrl", "/action/" + actionId));
	}

	/**
	 * Passes on a webhook of the provider.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param payload what the provider has sent, written as JSON
	 * @return the webhook
	 * @throws IllegalStateException if the connection is not set up
	 */
	public MockWebhook forwarded(String integrationId, String connectionId, Object payload) {
		MockConnection connection = connection(integrationId, connectionId);
		return of(connection.integration().provider(), "forward", connection).with("payload", payload);
	}

	/**
	 * A webhook of any kind.
	 * @param body the body, an object in JSON
	 * @return the webhook
	 */
	public MockWebhook of(Object body) {
		return new MockWebhook(MockJson.objectOf(body, "webhook"), this.signingKey, this.application);
	}

	private MockWebhook auth(String integrationId, String connectionId, String operation, boolean success) {
		MockConnection connection = connection(integrationId, connectionId);
		return of("nango", "auth", connection).with("operation", operation)
			.with("success", success)
			.with("authMode", connection.credentials().mode())
			.with("provider", connection.integration().provider())
			.with("environment", "dev")
			.with("tags", connection.tags());
	}

	private MockWebhook sync(MockConnection connection, String name, String model, boolean success) {
		return of("nango", "sync", connection).with("model", model)
			.with("syncName", name)
			.with("syncVariant", "base")
			.with("syncType", "INCREMENTAL")
			.with("success", success);
	}

	private MockWebhook of(String from, String type, MockConnection connection) {
		return of(MockJson.object()
			.put("from", from)
			.put("type", type)
			.put("connectionId", connection.connectionId())
			.put("providerConfigKey", connection.integrationId()));
	}

	private MockConnection connection(String integrationId, String connectionId) {
		MockConnection connection = this.state.connections().known(integrationId, connectionId);
		if (connection == null) {
			throw new IllegalStateException("Nango sends webhooks about connections that it knows: set up "
					+ MockConnections.code(integrationId, connectionId) + " first");
		}
		return connection;
	}

	private static String syncName(MockConnection connection, String model) {
		return connection.syncs()
			.stream()
			.filter((sync) -> sync.makes(model))
			.map(MockSync::name)
			.findFirst()
			.orElse(model);
	}

}
