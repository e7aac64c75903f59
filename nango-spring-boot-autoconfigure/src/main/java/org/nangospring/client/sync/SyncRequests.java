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
import org.nangospring.client.http.NangoRequestBuilder;
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

	private static final JavaType VARIANT = NangoJson.instance().type(SyncVariantData.class);

	private static final JavaType FREQUENCY = NangoJson.instance().type(Frequency.class);

	SyncRequests {
		Arguments.id(integrationId, "integration id");
		if (connectionId != null) {
			Arguments.id(connectionId, "connection id");
		}
	}

	NangoRequest<Void> trigger(List<?> syncs) {
		// a second trigger starts a second run
		return command("syncs.trigger", "/sync/trigger", syncs).reading(ResponseReader.success());
	}

	NangoRequest<Void> start(List<?> syncs) {
		// starting what is started changes nothing
		return command("syncs.start", "/sync/start", syncs).safeToRepeat().reading(ResponseReader.success());
	}

	NangoRequest<Void> pause(List<?> syncs) {
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
			.connection(this.connectionId)
			.reading(reader.map((many) -> Answers.items(many.syncs())));
	}

	NangoRequest<String> frequency(String sync, @Nullable String frequency) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("provider_config_key", this.integrationId);
		body.put("connection_id", Answers.required(this.connectionId, "connection id"));
		SyncName name = SyncName.parse(sync);
		body.put("sync_name", name.name());
		if (name.variant() != null) {
			body.put("sync_variant", name.variant());
		}
		// null is sent: it brings back the default
		body.put("frequency", frequency);
		ResponseReader<Frequency> reader = ResponseReader.json(FREQUENCY);
		return NangoRequest.of("syncs.updateFrequency", HttpMethod.PUT)
			.path("/sync/update-connection-frequency")
			.integration(this.integrationId)
			.connection(this.connectionId)
			.json(body)
			// sets a value, so twice is as good as once
			.safeToRepeat()
			.reading(reader.map(Frequency::frequency));
	}

	NangoRequest<Void> trigger(SyncTrigger trigger) {
		NangoRequestBuilder builder = NangoRequest.of("syncs.trigger", HttpMethod.POST)
			.path("/sync/trigger")
			.integration(this.integrationId)
			.connection(this.connectionId);
		Map<String, Object> body = body(trigger.syncs());
		body.putAll(trigger.options());
		return builder.json(body).reading(ResponseReader.success());
	}

	NangoRequest<SyncVariant> createVariant(String sync, String variant) {
		ResponseReader<SyncVariant> reader = ResponseReader.json(VARIANT);
		return variant("syncs.createVariant", HttpMethod.POST, sync, variant).reading(reader);
	}

	NangoRequest<Void> deleteVariant(String sync, String variant) {
		return variant("syncs.deleteVariant", HttpMethod.DELETE, sync, variant).reading(ResponseReader.success());
	}

	private NangoRequestBuilder variant(String operation, HttpMethod method, String sync, String variant) {
		Arguments.id(variant, "variant");
		if (SyncName.parse(sync).variant() != null) {
			throw new IllegalArgumentException("Name the sync and the variant apart, not as \"" + sync + "\"");
		}
		if (variant.equals("base")) {
			throw new IllegalArgumentException("The variant \"base\" is the sync itself: choose another name");
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("provider_config_key", this.integrationId);
		body.put("connection_id", Answers.required(this.connectionId, "connection id"));
		return NangoRequest.of(operation, method)
			.path("/sync")
			.segment("sync", sync)
			.path("/variant")
			.segment("variant", variant)
			.integration(this.integrationId)
			.connection(this.connectionId)
			.json(body);
	}

	static List<?> names(String... syncs) {
		if (syncs.length == 0) {
			throw new IllegalArgumentException("Name at least one sync, or use the method for all of them");
		}
		return Arrays.stream(syncs).map((sync) -> SyncName.parse(sync).body()).toList();
	}

	private NangoRequestBuilder command(String operation, String path, List<?> syncs) {
		return NangoRequest.of(operation, HttpMethod.POST)
			.path(path)
			.integration(this.integrationId)
			.connection(this.connectionId)
			.json(body(syncs));
	}

	private Map<String, Object> body(List<?> syncs) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("provider_config_key", this.integrationId);
		if (this.connectionId != null) {
			body.put("connection_id", this.connectionId);
		}
		body.put("syncs", syncs);
		return body;
	}

	record Frequency(String frequency) {

		Frequency {
			Answers.required(frequency, "frequency");
		}

	}

}
