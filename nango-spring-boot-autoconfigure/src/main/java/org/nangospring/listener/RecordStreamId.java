package org.nangospring.listener;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

/**
 * Names a stream: the changes of one model of one connection, as one listener sees them.
 * Two listeners of the same model have a stream each, with a position each.
 *
 * @param listenerId the id of the listener
 * @param integrationId the integration id
 * @param connectionId the connection id
 * @param model the name of the model
 * @param variant the variant of the sync, or null for the sync itself; Nango's own name
 * for that, {@code base}, becomes null
 */
public record RecordStreamId(String listenerId, String integrationId, String connectionId, String model,
		@Nullable String variant) {

	private static final String BASE = "base";

	/**
	 * Creates an id.
	 * @param listenerId the id of the listener
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param model the name of the model
	 * @param variant the variant of the sync, or null for the sync itself
	 * @throws IllegalArgumentException if a part is blank, or null although it is needed,
	 * or cannot be sent as it is
	 */
	public RecordStreamId {
		Arguments.text(listenerId, "listener id");
		Arguments.id(integrationId, "integration id");
		Arguments.id(connectionId, "connection id");
		Arguments.text(model, "model");
		variant = variant(variant);
	}

	static @Nullable String variant(@Nullable String variant) {
		return (variant == null || variant.equals(BASE)) ? null : Arguments.text(variant, "variant");
	}

	@Override
	public String toString() {
		return this.listenerId + "[" + this.integrationId + "/" + this.connectionId + "/" + this.model
				+ ((this.variant != null) ? "::" + this.variant : "") + "]";
	}

}
