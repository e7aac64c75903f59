package org.nangospring.sample.connection;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Connections as JSON.
 */
@RestController
@RequestMapping("/api/connections")
class ConnectionApi {

	private final ConnectionService connections;

	ConnectionApi(ConnectionService connections) {
		this.connections = connections;
	}

	@GetMapping
	List<ConnectionView> list(@RequestParam(required = false) @Nullable String integration) {
		return this.connections.list(integration);
	}

	@GetMapping("/{integrationId}/{connectionId}")
	ConnectionDetail get(@PathVariable String integrationId, @PathVariable String connectionId) {
		return this.connections.get(integrationId, connectionId);
	}

	/**
	 * Sets a key of the metadata to the JSON in the body.
	 */
	@PutMapping("/{integrationId}/{connectionId}/metadata/{key}")
	Map<String, Object> set(@PathVariable String integrationId, @PathVariable String connectionId,
			@PathVariable String key, @RequestBody(required = false) @Nullable Object value) {
		this.connections.setMetadata(integrationId, connectionId, key, value);
		return this.connections.get(integrationId, connectionId).metadata();
	}

	@DeleteMapping("/{integrationId}/{connectionId}/metadata/{key}")
	Map<String, Object> remove(@PathVariable String integrationId, @PathVariable String connectionId,
			@PathVariable String key) {
		this.connections.removeMetadata(integrationId, connectionId, key);
		return this.connections.get(integrationId, connectionId).metadata();
	}

}
