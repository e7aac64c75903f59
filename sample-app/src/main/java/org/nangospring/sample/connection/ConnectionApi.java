package org.nangospring.sample.connection;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

}
