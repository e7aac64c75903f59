package org.nangospring.sample.function;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is deployed, as JSON.
 */
@RestController
class FunctionApi {

	private final FunctionService functions;

	FunctionApi(FunctionService functions) {
		this.functions = functions;
	}

	@GetMapping("/api/integrations/{integrationId}/functions")
	DeployedFunctions get(@PathVariable String integrationId) {
		return this.functions.of(integrationId);
	}

}
