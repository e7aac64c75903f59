package org.nangospring.sample.proxy;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Calls to the provider as JSON.
 */
@RestController
class ProxyApi {

	private final ProxyService proxy;

	ProxyApi(ProxyService proxy) {
		this.proxy = proxy;
	}

	@PostMapping("/api/connections/{integrationId}/{connectionId}/proxy")
	ProxyOutput call(@PathVariable String integrationId, @PathVariable String connectionId,
			@RequestBody ProxyInput input) {
		return this.proxy.call(integrationId, connectionId, input);
	}

}
