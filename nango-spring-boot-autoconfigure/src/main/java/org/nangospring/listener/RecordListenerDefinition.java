package org.nangospring.listener;

import java.lang.reflect.Type;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

import org.springframework.core.ParameterizedTypeReference;

/**
 * A listener that is registered by code instead of an annotation. <pre class="code">
 * listeners.register(RecordListenerDefinition.of("slack", "SlackUser", SlackUser.class)
 * 	.batches((batch) -> ...));
 * </pre>
 *
 * @param <T> the type of the payload
 */
public final class RecordListenerDefinition<T> {

	private final Builder<T> settings;

	private final @Nullable RecordListener<T> batchListener;

	private final RecordListener.@Nullable Single<T> singleListener;

	private RecordListenerDefinition(Builder<T> settings, @Nullable RecordListener<T> batchListener,
			RecordListener.@Nullable Single<T> singleListener) {
		this.settings = settings.copy();
		this.batchListener = batchListener;
		this.singleListener = singleListener;
	}

	/**
	 * Begins a definition.
	 * @param <T> the type of the payload
	 * @param integrationId the integration id
	 * @param model the name of the model
	 * @param type the type to read each record as
	 * @return a builder
	 */
	public static <T> Builder<T> of(String integrationId, String model, Class<T> type) {
		return new Builder<>(integrationId, model, type);
	}

	/**
	 * Begins a definition.
	 * @param <T> the type of the payload
	 * @param integrationId the integration id
	 * @param model the name of the model
	 * @param type the type to read each record as
	 * @return a builder
	 */
	public static <T> Builder<T> of(String integrationId, String model, ParameterizedTypeReference<T> type) {
		return new Builder<>(integrationId, model, type.getType());
	}

	/**
	 * The id of the listener.
	 * @return the id
	 */
	public String id() {
		String id = this.settings.id;
		return (id != null) ? id : integrationId() + "-" + model() + ((variant() != null) ? "-" + variant() : "");
	}

	/**
	 * The integration.
	 * @return the integration id
	 */
	public String integrationId() {
		return this.settings.integrationId;
	}

	/**
	 * The model.
	 * @return its name
	 */
	public String model() {
		return this.settings.model;
	}

	/**
	 * The variant of the sync.
	 * @return the variant, or null for the sync itself
	 */
	public @Nullable String variant() {
		return this.settings.variant;
	}

	Type type() {
		return this.settings.type;
	}

	ConnectionSelector selector() {
		return this.settings.selector;
	}

	@Nullable RecordErrorHandler errorHandler() {
		return this.settings.errorHandler;
	}

	RecordListenerOptions options(RecordListenerOptions defaults) {
		return this.settings.options.apply(defaults);
	}

	@Nullable RecordListener<T> batchListener() {
		return this.batchListener;
	}

	RecordListener.@Nullable Single<T> singleListener() {
		return this.singleListener;
	}

	RecordStreamId stream(String connectionId) {
		return new RecordStreamId(id(), integrationId(), connectionId, model(), variant());
	}

	@Override
	public String toString() {
		return "RecordListenerDefinition[" + id() + "]";
	}

	/**
	 * Builds a definition.
	 *
	 * @param <T> the type of the payload
	 */
	public static final class Builder<T> {

		private final String integrationId;

		private final String model;

		private final Type type;

		private @Nullable String id;

		private @Nullable String variant;

		private ConnectionSelector selector = (connection) -> true;

		private @Nullable RecordErrorHandler errorHandler;

		private UnaryOperator<RecordListenerOptions> options = UnaryOperator.identity();

		Builder(String integrationId, String model, Type type) {
			this.integrationId = Arguments.id(integrationId, "integration id");
			this.model = Arguments.text(model, "model");
			this.type = Arguments.required(type, "type");
		}

		/**
		 * Sets the id, under which positions are stored. By default integration, model
		 * and variant with a hyphen between them.
		 * @param newId the id, different from those of all other listeners
		 * @return this builder
		 */
		public Builder<T> id(String newId) {
			this.id = Arguments.text(newId, "listener id");
			return this;
		}

		/**
		 * Sets the variant of the sync.
		 * @param newVariant the variant, or null for the sync itself
		 * @return this builder
		 */
		public Builder<T> variant(@Nullable String newVariant) {
			this.variant = RecordStreamId.variant(newVariant);
			return this;
		}

		/**
		 * Sets which connections to listen to. By default all of the integration.
		 * @param newSelector chooses them
		 * @return this builder
		 */
		public Builder<T> selector(ConnectionSelector newSelector) {
			this.selector = Arguments.required(newSelector, "selector");
			return this;
		}

		/**
		 * Sets what decides on changes that could not be delivered. By default the
		 * handler of all listeners.
		 * @param handler the handler
		 * @return this builder
		 */
		public Builder<T> errorHandler(RecordErrorHandler handler) {
			this.errorHandler = Arguments.required(handler, "error handler");
			return this;
		}

		/**
		 * Changes options of this listener.
		 * @param change makes the options from those of all listeners
		 * @return this builder
		 */
		public Builder<T> options(UnaryOperator<RecordListenerOptions> change) {
			this.options = Arguments.required(change, "options");
			return this;
		}

		/**
		 * Ends with a listener of batches.
		 * @param listener the listener
		 * @return the definition
		 */
		public RecordListenerDefinition<T> batches(RecordListener<T> listener) {
			return new RecordListenerDefinition<>(this, Arguments.required(listener, "listener"), null);
		}

		/**
		 * Ends with a listener of single records.
		 * @param listener the listener
		 * @return the definition
		 */
		public RecordListenerDefinition<T> records(RecordListener.Single<T> listener) {
			return new RecordListenerDefinition<>(this, null, Arguments.required(listener, "listener"));
		}

		private Builder<T> copy() {
			Builder<T> copy = new Builder<>(this.integrationId, this.model, this.type);
			copy.id = this.id;
			copy.variant = this.variant;
			copy.selector = this.selector;
			copy.errorHandler = this.errorHandler;
			copy.options = this.options;
			return copy;
		}

	}

}
