package org.nangospring.sample.integration;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Integrations as JSON.
 */
@RestController
class IntegrationApi {

	private final IntegrationService integrations;

	IntegrationApi(IntegrationService integrations) {
		this.integrations = integrations;
	}

	@GetMapping("/api/integrations")
	List<IntegrationView> list() {
		return this.integrations.list();
	}

}
