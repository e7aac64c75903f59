package org.nangospring.client.connection;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.NangoRequestBuilder;
import org.nangospring.client.http.Page;
import org.nangospring.client.http.PageSource;
import org.nangospring.client.http.ResponseReader;
import org.nangospring.client.http.UnusableAnswerException;
import org.nangospring.client.http.WaitFor;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpMethod;

final class ConnectionRequests {

	private static final int STREAM_LIMIT = 1_000;

	private static final JavaType ONE = NangoJson.instance().type(ConnectionData.class);

	private static final JavaType MANY = NangoJson.instance().type(ConnectionSummaryData.Many.class);

	private ConnectionRequests() {
	}

	static ConnectionQuery query(Consumer<ConnectionQuery> customizer) {
		ConnectionQuery query = new ConnectionQuery();
		customizer.accept(query);
		return query;
	}

	static NangoRequest<List<ConnectionSummary>> list(ConnectionQuery query) {
		NangoRequestBuilder builder = NangoRequest.of("connections.list", HttpMethod.GET).path("/connections");
		query.applyTo(builder);
		ResponseReader<ConnectionSummaryData.Many> reader = ResponseReader.json(MANY);
		return builder.reading(reader.map((many) -> Answers.items(many.connections())));
	}

	static PageSource<ConnectionSummary, Integer> pages(Consumer<ConnectionQuery> customizer) {
		int first = query(customizer).firstPage();
		return (name) -> {
			int page = (name != null) ? name : first;
			ConnectionQuery query = query(customizer).page(page);
			int limit = query.limitOr(STREAM_LIMIT);
			return list(query.limit(limit)).map((items) -> new Page<>(items, (items.size() < limit) ? null : page + 1));
		};
	}

	static NangoRequest<Connection> get(String integrationId, String connectionId,
			Consumer<ConnectionOptions> customizer) {
		ConnectionOptions options = new ConnectionOptions();
		customizer.accept(options);
		NangoRequestBuilder builder = one("connections.get", HttpMethod.GET, integrationId, connectionId);
		options.applyTo(builder);
		return builder.reading(ResponseReader.json(ONE));
	}

	static NangoRequest<String> token(String integrationId, String connectionId) {
		return reading("connections.token", integrationId, connectionId, (connection) -> {
			String token = connection.credentials().token();
			if (token == null) {
				throw new UnusableAnswerException(
						"the connection has " + connection.credentials().getClass().getSimpleName()
								+ ", which are not one token. Use get().credentials() instead.");
			}
			return token;
		});
	}

	static NangoRequest<Map<String, Object>> rawTokenResponse(String integrationId, String connectionId) {
		return reading("connections.rawTokenResponse", integrationId, connectionId,
				(connection) -> connection.credentials().map("raw"));
	}

	static NangoRequest<Map<String, Object>> metadata(String integrationId, String connectionId) {
		return reading("connections.metadata", integrationId, connectionId, Connection::metadata);
	}

	static <T> NangoRequest<T> metadata(String integrationId, String connectionId, Type type) {
		JavaType resolved = NangoJson.instance().type(type);
		return reading("connections.metadata", integrationId, connectionId, (connection) -> Answers
			.required(NangoJson.instance().<T>convert(connection.metadata(), resolved), "metadata"));
	}

	private static <T> NangoRequest<T> reading(String operation, String integrationId, String connectionId,
			Function<Connection, T> part) {
		ResponseReader<Connection> reader = ResponseReader.json(ONE);
		return one(operation, HttpMethod.GET, integrationId, connectionId).reading(reader.map(part));
	}

	static NangoRequest<Connection> upsert(String integrationId, NewCredentials credentials,
			Consumer<NewConnection> customizer) {
		NewConnection connection = new NewConnection();
		customizer.accept(connection);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("provider_config_key", Arguments.id(integrationId, "integration id"));
		body.putAll(connection.body());
		body.put("credentials", Arguments.required(credentials, "credentials"));
		NangoRequestBuilder builder = NangoRequest.of("connections.upsert", HttpMethod.POST)
			.path("/connections")
			.integration(integrationId)
			.json(body);
		if (body.containsKey("connection_id")) {
			// with an id it replaces what is there; without, each attempt would make
			// another connection
			builder.safeToRepeat();
		}
		return builder.reading(ResponseReader.json(ONE));
	}

	static NangoRequest<Void> update(String integrationId, String connectionId,
			Consumer<ConnectionSettings> customizer) {
		ConnectionSettings settings = new ConnectionSettings();
		customizer.accept(settings);
		return one("connections.update", HttpMethod.PATCH, integrationId, connectionId).json(settings.body())
			// sets fields to given values, so twice is as good as once
			.safeToRepeat()
			.reading(ResponseReader.success());
	}

	static WaitFor<ConnectionSummary> awaiting(Consumer<ConnectionQuery> customizer, Duration timeout) {
		ConnectionQuery query = query(customizer);
		if (!query.hasCondition()) {
			throw new IllegalArgumentException("Say which connection to wait for, for example by a tag");
		}
		if (query.isPaged()) {
			throw new IllegalArgumentException("The newest connection is waited for: leave page and limit out");
		}
		NangoRequestBuilder builder = NangoRequest.of("connections.list", HttpMethod.GET).path("/connections");
		query.limit(1).applyTo(builder);
		ResponseReader<ConnectionSummaryData.Many> many = ResponseReader.json(MANY);
		ResponseReader<ConnectionSummary> newest = (response) -> {
			ConnectionSummaryData.Many page = many.read(response);
			return (page != null && !page.connections().isEmpty()) ? page.connections().get(0) : null;
		};
		return new WaitFor<>("connections.await", builder.reading(newest), timeout, "there is no such connection yet.");
	}

	static NangoRequest<Void> delete(String integrationId, String connectionId) {
		// not safe to repeat: if only the answer was lost, the second attempt would say
		// that there is no such connection
		return one("connections.delete", HttpMethod.DELETE, integrationId, connectionId)
			.reading(ResponseReader.success());
	}

	static NangoRequest<Void> setMetadata(String integrationId, Object connectionIds, Object metadata) {
		return metadata("connections.setMetadata", HttpMethod.POST, integrationId, connectionIds, metadata);
	}

	static NangoRequest<Void> updateMetadata(String integrationId, Object connectionIds, Object metadata) {
		return metadata("connections.updateMetadata", HttpMethod.PATCH, integrationId, connectionIds, metadata);
	}

	static List<String> ids(Collection<String> connectionIds) {
		return Arguments.ids(connectionIds, "connection id");
	}

	private static NangoRequest<Void> metadata(String operation, HttpMethod method, String integrationId,
			Object connectionIds, Object metadata) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("provider_config_key", integrationId);
		body.put("connection_id", connectionIds);
		body.put("metadata", object(metadata));
		return NangoRequest.of(operation, method)
			.path("/connections/metadata")
			.integration(integrationId)
			.json(body)
			// sets keys to given values, so twice is as good as once
			.safeToRepeat()
			.reading(ResponseReader.success());
	}

	/**
	 * Nango takes nothing but objects as metadata.
	 */
	private static Object object(Object metadata) {
		Arguments.required(metadata, "metadata");
		if (!NangoJson.instance().isObject(metadata)) {
			throw new IllegalArgumentException("Metadata has to be an object in JSON, such as a map or a record, not a "
					+ metadata.getClass().getName());
		}
		return metadata;
	}

	private static NangoRequestBuilder one(String operation, HttpMethod method, String integrationId,
			String connectionId) {
		return NangoRequest.of(operation, method)
			.path("/connections")
			.segment("connectionId", connectionId)
			.query("provider_config_key", integrationId)
			.integration(integrationId)
			.connection(connectionId);
	}

}
