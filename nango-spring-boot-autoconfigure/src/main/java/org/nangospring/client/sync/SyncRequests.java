package org.nangospring.client.sync;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.ResponseReader;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpMethod;

/**
 * The requests about syncs of one integration, of one of its connections or of all.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id, or null for all connections
 */
record SyncRequests(String integrationId, @Nullable String connectionId) {

	private static final JavaType STATUS = NangoJson.instance().type(SyncStatusData.Many.class);

	private static final JavaType FREQUENCY = NangoJson.instance().type(Frequency.class);

	SyncRequests {
		Arguments.id(integrationId, "integration id");
		if (connectionId != null) {
			Arguments.id(connectionId, "connection id");
		}
	}

	NangoRequest<Void> trigger(List<String> syncs) {
		// a second trigger starts a second run
		return command("syncs.trigger", "/sync/trigger", syncs).reading(ResponseReader.success());
	}

	NangoRequest<Void> start(List<String> syncs) {
		// starting what is started changes nothing
		return command("syncs.start", "/sync/start", syncs).safeToRepeat().reading(ResponseReader.success());
	}

	NangoRequest<Void> pause(List<String> syncs) {
		// pausing what is paused changes nothing
		return command("syncs.pause", "/sync/pause", syncs).safeToRepeat().reading(ResponseReader.success());
	}

	NangoRequest<List<SyncStatus>> status(String... syncs) {
		for (String sync : syncs) {
			if (Arguments.id(sync, "sync").indexOf(',') >= 0) {
				throw new IllegalArgumentException("The sync \"" + sync
						+ "\" has a comma, so that Nango would take it for two: ask for the status of all instead");
			}
		}
		ResponseReader<SyncStatusData.Many> reader = ResponseReader.json(STATUS);
		return NangoRequest.of("syncs.status", HttpMethod.GET)
			.path("/sync/status")
			.query("provider_config_key", this.integrationId)
			.query("syncs", (syncs.length == 0) ? "*" : String.join(",", syncs))
			.query("connection_id", this.connectionId)
			.integration(this.integrationId)
			.reading(reader.map((many) -> Answers.items(many.syncs())));
	}

	NangoRequest<String> frequency(String sync, @Nullable String frequency) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("provider_config_key", this.integrationId);
		body.put("connection_id", Answers.required(this.connectionId, "connection id"));
		body.put("sync_name", Arguments.id(sync, "sync"));
		// null is sent: it brings back the default
		body.put("frequency", frequency);
		ResponseReader<Frequency> reader = ResponseReader.json(FREQUENCY);
		return NangoRequest.of("syncs.updateFrequency", HttpMethod.PUT)
			.path("/sync/update-connection-frequency")
			.integration(this.integrationId)
			.json(body)
			// sets a value, so twice is as good as once
			.safeToRepeat()
			.reading(reader.map(Frequency::frequency));
	}

	static List<String> names(String... syncs) {
		if (syncs.length == 0) {
			throw new IllegalArgumentException("Name at least one sync, or use the method for all of them");
		}
		return Arguments.ids(Arrays.asList(syncs), "sync");
	}

	private NangoRequest.Builder command(String operation, String path, List<String> syncs) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("provider_config_key", this.integrationId);
		if (this.connectionId != null) {
			body.put("connection_id", this.connectionId);
		}
		body.put("syncs", syncs);
		return NangoRequest.of(operation, HttpMethod.POST).path(path).integration(this.integrationId).json(body);
	}

	record Frequency(String frequency) {

		Frequency {
			Answers.required(frequency, "frequency");
		}

	}

}
