package org.nangospring.test;

import java.time.Instant;

import org.nangospring.client.http.Arguments;
import tools.jackson.databind.node.ObjectNode;

/**
 * An integration in a {@link NangoMock}. Connections bring theirs with them.
 */
public final class MockIntegration {

	private final String id;

	private final Instant createdAt;

	private String provider;

	private String displayName;

	private boolean forwardWebhooks = true;

	MockIntegration(String id, Instant createdAt) {
		this.id = id;
		this.createdAt = createdAt;
		this.provider = id;
		this.displayName = id;
	}

	/**
	 * Says whose API it is.
	 * @param newProvider the provider; without this the integration id
	 * @return the same integration
	 */
	public synchronized MockIntegration provider(String newProvider) {
		this.provider = Arguments.id(newProvider, "provider");
		return this;
	}

	/**
	 * Says what users see.
	 * @param newDisplayName the name; without this the integration id
	 * @return the same integration
	 */
	public synchronized MockIntegration displayName(String newDisplayName) {
		this.displayName = Arguments.text(newDisplayName, "display name");
		return this;
	}

	synchronized MockIntegration forwardWebhooks(boolean newForwardWebhooks) {
		this.forwardWebhooks = newForwardWebhooks;
		return this;
	}

	String id() {
		return this.id;
	}

	synchronized String provider() {
		return this.provider;
	}

	synchronized ObjectNode toJson() {
		return MockJson.object()
			.put("unique_key", this.id)
			.put("provider", this.provider)
			.put("display_name", this.displayName)
			.put("logo", "http://127.0.0.1/images/template-logos/" + this.provider + ".svg")
			.put("forward_webhooks", this.forwardWebhooks)
			.put("created_at", MockClock.millisZ(this.createdAt))
			.put("updated_at", MockClock.millisZ(this.createdAt));
	}

}
